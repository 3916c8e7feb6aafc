import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Board,
  type Column,
  columns,
  dropToken,
  emptyBoard,
  hasRoomInColumn,
} from '../../../src/domain/connect-four/board.ts';
import { resultOf } from '../../../src/domain/connect-four/winner.ts';
import type { Strength } from '../../../src/pages/panel/connect-four/board.ts';
import { chooseColumn } from '../../../src/panel/connect-four/opponent.ts';

/** The same numbers every time, so that a game can be told again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const after = (moves: string): Board =>
  [...moves].reduce(
    (board, column, turn) => dropToken(board, column as Column, turn % 2 === 0 ? 'RED' : 'YELLOW'),
    emptyBoard,
  );

function playOut(red: Strength, yellow: Strength, random: () => number): string | undefined {
  let board = emptyBoard;
  for (let turn = 0; turn < 42; turn++) {
    const token = turn % 2 === 0 ? 'RED' : 'YELLOW';
    const column = chooseColumn(board, token, turn % 2 === 0 ? red : yellow, random);
    assert.ok(column !== undefined && hasRoomInColumn(board, column), 'a move is a move');
    board = dropToken(board, column, token);
    if (resultOf(board) !== undefined) break;
  }
  return resultOf(board);
}

describe('the computer', () => {
  it('takes a win, and blocks one', () => {
    for (const strength of ['medium', 'strong'] as const) {
      assert.equal(
        chooseColumn(after('AGAGA'), 'YELLOW', strength, () => 0.5),
        'A',
        'blocks',
      );
      assert.equal(
        chooseColumn(after('AGAGBGC'), 'YELLOW', strength, () => 0.5),
        'G',
        'wins',
      );
    }
  });

  it('plays nowhere on a full board', () => {
    const full = Object.fromEntries(columns.map((column) => [column, Array(6).fill('RED')]));
    const board = { ...emptyBoard, ...full };
    assert.equal(
      chooseColumn(board, 'YELLOW', 'strong', () => 0.5),
      undefined,
    );
  });

  it('is the better the stronger it is', () => {
    const random = dice(7);
    const games = Array.from({ length: 12 }, () => playOut('easy', 'medium', random));
    const strong = Array.from({ length: 6 }, () => playOut('easy', 'strong', random));
    const wins = (results: readonly (string | undefined)[]) =>
      results.filter((result) => result === 'PLAYER_TWO_WON').length;
    assert.ok(wins(games) >= 7, `medium won ${wins(games)} of 12`);
    assert.ok(wins(strong) >= 4, `strong won ${wins(strong)} of 6`);
  });
});
