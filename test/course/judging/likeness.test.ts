import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/base/json.ts';
import { factsOf, saidBy, tellsApart, textsIn } from '../../../src/course/judging/likeness.ts';
import { Observer } from './observe.ts';

const seen = new Observer();
const facts = (event: Json, twin: Json) => factsOf(seen.event(event), seen.event(twin));

describe('what an event says', () => {
  it('is all of its values by the path on which they stand', () => {
    const said = saidBy(seen.event({ type: 'MoveMade', by: { name: 'Ada' }, at: [3, 'B'] }));
    assert.deepEqual([...said.keys()], [':class', 'type', 'by:class', 'by.name', 'at:length', 'at.0', 'at.1']);
    assert.match(said.get('by.name') ?? '', /"Ada"/);
    assert.equal(said.get('at:length'), '2');
  });

  it('is about what happened only where the same thing says it twice', () => {
    const said = facts({ id: 'a1', type: 'Tied', at: 10 }, { id: 'b7', type: 'Tied', at: 11 });
    assert.deepEqual([...said.keys()], [':class', 'type']);
  });
});

describe('two events', () => {
  const won = { type: 'GameFinished', winner: 'Ada', id: 1 };
  const again = { ...won, id: 2 };
  const known = () => facts(won, again);

  it('are told apart by any fact that differs', () => {
    const lost = { ...won, winner: 'Bo' };
    assert.equal(tellsApart(known(), seen.event(lost), seen.event(again)), true);
  });

  it('are told apart by what one says more', () => {
    assert.equal(tellsApart(known(), seen.event({ ...won, isTie: true }), seen.event(again)), true);
    const { winner: _, ...less } = won;
    assert.equal(tellsApart(known(), seen.event(less), seen.event(again)), true);
  });

  it('are alike where only what belongs to the recording differs', () => {
    assert.equal(tellsApart(known(), seen.event({ ...won, id: 3 }), seen.event(again)), false);
  });
});

describe('the texts in a value', () => {
  it('are found however deep they stand', () => {
    assert.deepEqual(textsIn(seen.value({ a: 'x', b: [{ c: 'y' }, 7, null] })), [
      ['a', 'x'],
      ['b.0.c', 'y'],
    ]);
  });
});
