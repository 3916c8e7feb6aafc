import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimit, examineAll } from '../../src/doctor/examine.ts';
import type { Examination, Finding } from '../../src/doctor/finding.ts';
import { headline, reportText } from '../../src/doctor/report.ts';
import { withoutSecrets } from '../../src/doctor/without-secrets.ts';

describe('all of it', () => {
  it('takes no longer than its slowest look, and tells one that hangs and one that breaks', async () => {
    const soon: Examination = { subject: 'Soon', examine: async () => ({ kind: 'well', note: 'Here.' }) };
    const broken: Examination = {
      subject: 'Broken',
      examine: () => Promise.reject(new Error('the disk is on fire')),
    };
    let ended = 0;
    const hanging = (subject: string): Examination => ({
      subject,
      examine: async (signal) => {
        signal.addEventListener('abort', () => ended++);
        await wait(60_000, undefined, { signal });
        return { kind: 'well', note: 'Too late.' };
      },
    });
    const findings = await examineAll([hanging('One'), soon, broken, hanging('Two')], 50);
    assert.deepEqual(
      findings.map(({ subject, kind }) => [subject, kind]),
      [
        ['One', 'unknown'],
        ['Soon', 'well'],
        ['Broken', 'unknown'],
        ['Two', 'unknown'],
      ],
    );
    assert.equal(ended, 2);
    assert.match(JSON.stringify(findings), /couldn’t be looked at: the disk is on fire/);
    assert.ok(defaultLimit < 5_000);
  });
});

describe('a report', () => {
  const well: Finding = { subject: 'Trust', kind: 'well', note: 'You trust it.' };
  const warning: Finding = { subject: 'Proxy', kind: 'warning', wrong: 'It is set.', remedy: 'Unset it.' };
  const problem: Finding = {
    subject: 'Git',
    kind: 'problem',
    wrong: 'There is none.',
    remedy: 'Install it.',
    action: 'installGit',
  };
  const unknown: Finding = { subject: 'Port', kind: 'unknown', reason: 'It took too long.' };

  it('says in a sentence how things are', () => {
    assert.equal(headline([well, well]), 'All is well: 2 things were looked at.');
    assert.equal(headline([well, problem]), '1 thing is in the way.');
    assert.equal(headline([warning, warning]), '2 things may be in the way.');
    assert.equal(
      headline([problem, problem, warning, unknown]),
      '2 things are in the way; 1 thing may be in the way; 1 thing couldn’t be looked at.',
    );
  });

  it('tells the worst first, what is well in a line, and what it was made with', () => {
    assert.deepEqual(reportText([well, unknown, warning, problem], 'Ground Up 1').split('\n\n'), [
      '1 thing is in the way; 1 thing may be in the way; 1 thing couldn’t be looked at.',
      '✗ Git\n  There is none.\n  Install it.',
      '! Proxy\n  It is set.\n  Unset it.',
      '? Port\n  It took too long.',
      '✓ Trust: You trust it.',
      'Ground Up 1',
    ]);
  });
});

describe('a text for anybody', () => {
  const ada = { home: '/home/ada', user: 'ada' };
  const shown = (text: string, person = ada) => withoutSecrets(text, person);

  it('has no home folder and no user’s name in a path', () => {
    assert.equal(shown('/home/ada/es is full'), '~/es is full');
    assert.equal(shown('/HOME/Ada/es is in /home/ada.'), '~/es is in ~.');
    for (const other of ['/home/adam/es', '/home/ada.old/es']) assert.equal(shown(other), other);
    assert.equal(shown('/mnt/ada/es'), '/mnt/…/es');
    assert.equal(shown('c:\\users\\ADA\\es', { home: 'C:\\Users\\Ada', user: 'Ada' }), '~\\es');
  });

  it('has no password, no token, no e-mail address', () => {
    assert.equal(shown('esdb://admin:changeit@host:2113?tls=true'), 'esdb://…@host:2113?tls=true');
    assert.equal(shown('http://a@b:p@ss@proxy:80/'), 'http://…@proxy:80/');
    assert.equal(shown('write to Ada.L@example.co.uk.'), 'write to ….');
    assert.equal(shown('https://x/?token=abc&a=1'), 'https://x/?token=…&a=1');
    assert.equal(shown('password: hunter2'), 'password: …');
    assert.equal(shown('ghp_0123456789abcdef'), '…');
    assert.equal(shown('eyJhbGciOiJI.eyJzdWIiOiIx.c2ln'), '…');
  });

  it('is the same where there is nothing to hide', () => {
    const text = 'Port 2113 is taken by node (process 4711). Use esdb://127.0.0.1:2113?tls=false.';
    assert.equal(shown(text), text);
  });
});
