import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../../src/doctor/finding.ts';
import { pageCommands, reportHtml } from '../../../src/editor/doctor/report-html.ts';

const page = (findings: readonly Finding[]) =>
  reportHtml({ headline: 'How it is.', findings, product: 'Ground Up <1>', nonce: 'once' });

describe('the page of a report', () => {
  it('can do nothing but what its buttons are for', () => {
    const html = page([
      { subject: 'Git', kind: 'problem', wrong: 'There is none.', remedy: 'Install it.', action: 'installGit' },
      { subject: 'Proxy', kind: 'warning', wrong: 'It is set.', remedy: 'Unset it.' },
    ]);
    assert.match(html, /default-src 'none'; style-src 'nonce-once'/);
    assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=/);
    const links = [...html.matchAll(/href="command:([^"?]+)(?:\?([^"]+))?"/g)];
    assert.deepEqual(
      links.map(([, command, given]) => [command, decodeURIComponent(given ?? '')]),
      [
        [pageCommands.look, ''],
        [pageCommands.copy, ''],
        [pageCommands.mend, '["installGit"]'],
      ],
    );
  });

  it('shows as text whatever was found', () => {
    const html = page([{ subject: 'Port', kind: 'unknown', reason: '<img src="x"> & "more"' }]);
    assert.ok(html.includes('&lt;img src=&quot;x&quot;&gt; &amp; &quot;more&quot;'));
    assert.ok(html.includes('Ground Up &lt;1&gt;'));
    assert.match(html, /aria-label="Not looked at"/);
  });

  it('tells what is well after what is amiss', () => {
    const html = page([
      { subject: 'Trust', kind: 'well', note: 'You trust it.' },
      { subject: 'Git', kind: 'problem', wrong: 'There is none.', remedy: 'Install it.' },
    ]);
    assert.ok(html.indexOf('<h2>Git</h2>') < html.indexOf('<b>Trust</b>'));
  });
});
