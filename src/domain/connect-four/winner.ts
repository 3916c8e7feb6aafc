import { type Board, columns, type Hole, isFull, rowsPerColumn, type Token, tokenAt } from './board.ts';
import type { Result } from './result.ts';

/** Four tokens of one colour in a row. */
export interface WinningLine {
  readonly token: Token;
  readonly holes: readonly [Hole, Hole, Hole, Hole];
}

type Direction = readonly [columnStep: number, rowStep: number];
const directions: readonly Direction[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
];

export function winningLine(board: Board): WinningLine | undefined {
  for (let column = 0; column < columns.length; column++) {
    for (let row = 0; row < rowsPerColumn; row++) {
      for (const direction of directions) {
        const line = lineFrom(board, column, row, direction);
        if (line !== undefined) return line;
      }
    }
  }
  return undefined;
}

/** The result of a game with this board, or undefined while it goes on. */
export function resultOf(board: Board): Result | undefined {
  const line = winningLine(board);
  if (line !== undefined) return line.token === 'RED' ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON';
  return isFull(board) ? 'TIED' : undefined;
}

function lineFrom(board: Board, column: number, row: number, direction: Direction): WinningLine | undefined {
  const holes = [0, 1, 2, 3].map((distance) => holeAt(column, row, direction, distance));
  const [first, second, third, fourth] = holes;
  if (!first || !second || !third || !fourth) return undefined;
  const token = tokenAt(board, first);
  if (token === undefined) return undefined;
  const line = [first, second, third, fourth] as const;
  return line.every((hole) => tokenAt(board, hole) === token) ? { token, holes: line } : undefined;
}

function holeAt(column: number, row: number, [columnStep, rowStep]: Direction, distance: number): Hole | undefined {
  const name = columns[column + columnStep * distance];
  return name === undefined ? undefined : { column: name, row: row + rowStep * distance };
}
