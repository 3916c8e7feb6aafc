import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFromPage } from '../../../src/pages/message.ts';
import { fromPageSchema } from '../../../src/pages/wall/contract.ts';
import { limits } from '../../../src/storming/wall.ts';
import { note } from '../../storming/walls.ts';

const read = (message: unknown) => readFromPage(fromPageSchema, message);
const edit = (what: unknown) => ({ type: 'edit', edit: what });
const to = { at: 1, lane: 'after', row: 0 };

describe('what the wall’s page may ask for', () => {
  for (const message of [
    { type: 'ready' },
    { type: 'save' },
    { type: 'openAsText' },
    { type: 'showInCode', id: 'a1' },
    edit({ kind: 'add', note: note('a1', 'event', '') }),
    edit({ kind: 'write', id: 'a1', text: '<b>' }),
    edit({ kind: 'move', id: 'a1', to }),
    edit({ kind: 'turn', id: 'a1', into: 'command' }),
    edit({ kind: 'connect', connection: { from: 'a1', to: 'b2' } }),
    edit({ kind: 'makeRoom', at: 0 }),
  ]) {
    it(`is ${JSON.stringify(message)}`, () => assert.deepEqual(read(message), message));
  }

  for (const [what, message] of [
    ['something else', { type: 'run', command: 'rm' }],
    ['more than is known', { type: 'ready', and: 'more' }],
    ['an edit of another kind', edit({ kind: 'burn', id: 'a1' })],
    ['a note of another kind', edit({ kind: 'add', note: { ...note('a1', 'event', ''), kind: 'wish' } })],
    ['more text than a note takes', edit({ kind: 'write', id: 'a1', text: 'x'.repeat(limits.text + 1) })],
    ['a place that is none', edit({ kind: 'move', id: 'a1', to: { ...to, at: -1 } })],
    ['an id that is none', { type: 'showInCode', id: '../a' }],
  ] as const) {
    it(`is not ${what}`, () => assert.equal(read(message), undefined));
  }
});
