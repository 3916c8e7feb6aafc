import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberAnywhere } from '../../../src/course/judging/members.ts';
import { Observer } from './observe.ts';

const seen = new Observer();
const found = (data: Parameters<Observer['value']>[0], name: string) => {
  const value = memberAnywhere(seen.value(data), name);
  return value?.kind === 'string' ? value.value : value?.kind;
};

describe('a member that may be anywhere', () => {
  it('is found in any spelling', () => assert.equal(found({ player_one: 'Ada' }, 'playerOne'), 'Ada'));

  it('is the one nearest to the outside', () =>
    assert.equal(found({ first: { winner: 'inside' }, winner: 'outside' }, 'winner'), 'outside'));

  it('is found in lists and objects below', () => assert.equal(found([[{ data: { winner: 'Bo' } }]], 'winner'), 'Bo'));

  it('is none where there is none', () => assert.equal(found({ a: { b: [1, 'winner'] } }, 'winner'), undefined));

  it('is found in what was met before', () => {
    const shared = seen.value({ name: 'Ada' });
    assert.ok('identity' in shared);
    const again = { kind: 'again', identity: shared.identity } as const;
    const list = { kind: 'list', items: [shared, again], identity: 999, frozen: false } as const;
    assert.deepEqual(memberAnywhere(list, 'name'), { kind: 'string', value: 'Ada' });
  });
});
