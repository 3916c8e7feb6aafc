import { type Board, columns, type Place } from '../domain/board.ts';
import { winningLine } from '../domain/winner.ts';
import type { BoardPicture } from './moment.ts';

/** The board of one moment, with the token that came since the moment before and the winning four marked. */
export function boardPicture(board: Board, before: Board | undefined): BoardPicture {
  return { board, last: newestToken(board, before), winning: winningLine(board)?.places ?? [] };
}

function newestToken(board: Board, before: Board | undefined): Place | undefined {
  for (const column of columns) {
    const row = board[column].length - 1;
    if (row >= 0 && row >= (before?.[column].length ?? 0)) return { column, row };
  }
  return undefined;
}
