import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readGameEvent } from '../../../src/domain/connect-four/read-event.ts';

describe('reading events of any shape', () => {
  it('knows the game’s events in either spelling, flat or nested', () => {
    const expected = { type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' };
    for (const data of [
      { player_one: 'Ada', player_two: 'Bob' },
      { playerOne: 'Ada', playerTwo: 'Bob' },
      { players: { playerOne: 'Ada', playerTwo: 'Bob' } },
    ])
      assert.deepEqual(readGameEvent({ type: 'GameStarted', data }), expected);
    assert.deepEqual(readGameEvent({ type: 'MoveMade', data: { move: { player: 'Ada', column: 'D' } } }), {
      type: 'MoveMade',
      player: 'Ada',
      column: 'D',
    });
  });

  it('takes nothing else for one', () => {
    assert.equal(readGameEvent({ type: 'MoveMade', data: { player: 'Ada', column: 'Z' } }), undefined);
    assert.equal(readGameEvent({ type: 'OrderPlaced', data: {} }), undefined);
  });
});
