import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { camelCased, plainName, snakeCased } from '../../src/base/names.ts';

describe('names', () => {
  it('are the same in every habit of spelling', () => {
    for (const name of ['nextPlayer', 'next_player', 'NextPlayer', '_nextPlayer', '#nextPlayer', 'NEXT_PLAYER'])
      assert.equal(plainName(name), 'nextplayer');
    assert.notEqual(plainName('nextPlayer'), plainName('nextPlayers'));
  });

  it('go from one spelling to another and back', () => {
    assert.equal(camelCased('player_one'), 'playerOne');
    assert.equal(snakeCased('playerOne'), 'player_one');
    assert.equal(camelCased(snakeCased('historicalEvents')), 'historicalEvents');
    assert.equal(snakeCased('column'), 'column');
  });
});
