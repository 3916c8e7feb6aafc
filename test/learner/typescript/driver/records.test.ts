import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Namespace } from '../../../../src/learner/typescript/driver/exports.ts';
import { makeEvent, makeRecord } from '../../../../src/learner/typescript/driver/records.ts';

const fields = { player: 'Ada', column: 'D' };

class Game {
  playerOne = 'nobody';
}

class Move {
  readonly player: string;
  readonly column: string;

  constructor(player: string, column: string) {
    this.player = player;
    this.column = column;
  }
}

const record = (namespace: Namespace | undefined) => makeRecord(namespace, 'Move', fields);

describe('a record in the learner’s own shape', () => {
  it('is of their class of its name', () => {
    for (const namespace of [{ Move }, { default: Move }, { default: { Move } }]) {
      const made = record(namespace);
      assert.ok(made instanceof Move);
      assert.deepEqual({ ...made }, fields);
    }
  });

  it('is plain where they have none', () => {
    for (const namespace of [
      undefined,
      {},
      { Game },
      { Game, default: Game },
      { default: { Game } },
      { Move: 'a text' },
    ])
      assert.deepEqual(record(namespace), fields);
  });

  it('is plain where only a function has its name, and that is not called', () => {
    const called: unknown[] = [];
    const move = (...args: unknown[]) => {
      called.push(args);
      return { player: 'somebody else' };
    };
    assert.deepEqual(record({ move }), fields);
    assert.deepEqual(record({ default: { move } }), fields);
    assert.deepEqual(called, []);
  });
});

describe('an event in the learner’s own shape', () => {
  it('is made by their class or function of its name, and a literal where there is none', () => {
    const gameStarted = (playerOne: string, playerTwo: string) => ({ type: 'started', playerOne, playerTwo });
    const data = { playerOne: 'Ada', playerTwo: 'Bo' };
    assert.deepEqual(makeEvent({ gameStarted }, 'GameStarted', data), { type: 'started', ...data });
    for (const namespace of [undefined, {}, { default: Game }])
      assert.deepEqual(makeEvent(namespace, 'GameStarted', data), { type: 'GameStarted', ...data });
  });
});
