import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeLink, parseGuideLink } from '../../../src/pages/guide/links.ts';

describe('a link of the guide', () => {
  it('leads to a file, and to a member in it', () => {
    assert.deepEqual(parseGuideLink('open:src/cli.ts'), { kind: 'code', file: 'src/cli.ts' });
    assert.deepEqual(parseGuideLink('open:src/domain/game.ts#startGame'), {
      kind: 'code',
      file: 'src/domain/game.ts',
      member: 'startGame',
    });
  });

  it('leads to a web page', () => {
    assert.deepEqual(parseGuideLink('https://example.org/a b'), { kind: 'web', url: 'https://example.org/a%20b' });
  });

  it('comes back from text as it was written', () => {
    for (const file of ['src/domain/game.ts', 'src/ein Spiel.ts', 'src/größe#1.ts']) {
      assert.deepEqual(parseGuideLink(codeLink(file, 'apply')), { kind: 'code', file, member: 'apply' });
    }
  });

  const refused = [
    '',
    'game.ts',
    '/src/game.ts',
    'open:',
    'open:/etc/passwd',
    'open:../outside.ts',
    'open:src/../../outside.ts',
    'open:src/%2e%2e/%2e%2e/outside.ts',
    'open:C:/Windows',
    'open:src\\game.ts',
    'open:src//game.ts',
    'open:src/game.ts%00.png',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'command:x',
    'mailto:a@example.org',
    'https://',
  ];
  for (const link of refused) {
    it(`never leads to ${JSON.stringify(link)}`, () => assert.equal(parseGuideLink(link), undefined));
  }
});
