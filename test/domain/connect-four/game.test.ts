import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, columns } from '../../../src/domain/connect-four/board.ts';
import type { GameEvent } from '../../../src/domain/connect-four/events.ts';
import { decide, fold, initialGame, type Refusal } from '../../../src/domain/connect-four/game.ts';

const started: GameEvent = { type: 'GameStarted', playerOne: 'one', playerTwo: 'two' };
const move = (player: string, column: Column): GameEvent => ({ type: 'MoveMade', player, column });

/** The moves of both players in turn, player one first. */
const moves = (...played: Column[]): GameEvent[] =>
  played.map((column, turn) => move(turn % 2 === 0 ? 'one' : 'two', column));

const given = (...events: GameEvent[]) => ({
  when: (command: Parameters<typeof decide>[0]) => {
    const decision = decide(command, fold(events));
    return {
      thenRecorded: (...expected: GameEvent[]) => assert.deepEqual(decision, { kind: 'accepted', events: expected }),
      thenRefused: (refusal: Refusal) => assert.deepEqual(decision, { kind: 'refused', refusal }),
    };
  },
});

describe('starting a game', () => {
  it('records who plays', () => {
    given().when({ type: 'StartGame', playerOne: 'one', playerTwo: 'two' }).thenRecorded(started);
  });

  it('is refused the second time', () => {
    given(started)
      .when({ type: 'StartGame', playerOne: 'a', playerTwo: 'b' })
      .thenRefused({ reason: 'alreadyStarted' });
  });

  it('is refused when both players have one name', () => {
    given()
      .when({ type: 'StartGame', playerOne: 'a', playerTwo: 'a' })
      .thenRefused({ reason: 'samePlayer', player: 'a' });
  });
});

describe('making a move', () => {
  it('records the player and the column', () => {
    given(started).when({ type: 'MakeMove', player: 'one', column: 'D' }).thenRecorded(move('one', 'D'));
  });

  it('is refused before the start', () => {
    given().when({ type: 'MakeMove', player: 'one', column: 'D' }).thenRefused({ reason: 'notStarted' });
  });

  it('is refused out of turn', () => {
    given(started)
      .when({ type: 'MakeMove', player: 'two', column: 'D' })
      .thenRefused({ reason: 'notYourTurn', player: 'two', nextPlayer: 'one' });
  });

  it('is refused in a full column', () => {
    given(started, ...moves('A', 'A', 'A', 'A', 'A', 'A'))
      .when({ type: 'MakeMove', player: 'one', column: 'A' })
      .thenRefused({ reason: 'columnFull', column: 'A' });
  });

  it('is refused after the end', () => {
    given(started, ...moves('A'), { type: 'GameFinished', result: 'TIED' })
      .when({ type: 'MakeMove', player: 'two', column: 'A' })
      .thenRefused({ reason: 'alreadyFinished', result: 'TIED' });
  });
});

describe('the end of a game', () => {
  const wins: Record<string, Column[]> = {
    'in a column': ['A', 'B', 'A', 'B', 'A', 'B', 'A'],
    'in a row': ['A', 'A', 'B', 'B', 'C', 'C', 'D'],
    'on a rising diagonal': ['A', 'B', 'B', 'C', 'G', 'C', 'C', 'D', 'G', 'D', 'G', 'D', 'D'],
    'on a falling diagonal': ['D', 'C', 'C', 'B', 'G', 'B', 'B', 'A', 'G', 'A', 'G', 'A', 'A'],
  };
  for (const [where, played] of Object.entries(wins)) {
    it(`follows the fourth token ${where}`, () => {
      const column = played.at(-1) ?? 'A';
      given(started, ...moves(...played.slice(0, -1)))
        .when({ type: 'MakeMove', player: 'one', column })
        .thenRecorded(move('one', column), { type: 'GameFinished', result: 'PLAYER_ONE_WON' });
    });
  }

  it('is a tie when the last place is taken and nobody has four', () => {
    // Whole columns one after the other; the early token in E turns the colours around half way.
    const order = 'AAAAAABBBBBBCCCCCCEDDDDDDEEEEEFFFFFFGGGGGG';
    const played = [...order].filter((name): name is Column => columns.some((column) => column === name));
    const lastColumn = played.at(-1) ?? 'G';
    given(started, ...moves(...played.slice(0, -1)))
      .when({ type: 'MakeMove', player: 'two', column: lastColumn })
      .thenRecorded(move('two', lastColumn), { type: 'GameFinished', result: 'TIED' });
  });

  it('leaves no next player', () => {
    const game = fold([started, ...moves('A'), { type: 'GameFinished', result: 'TIED' }], initialGame);
    assert.equal(game.status, 'finished');
  });
});
