import { type Board, columns } from '../domain/board.ts';
import type { Leaf } from './leaf.ts';
import type { GamePicture, Moment } from './moment.ts';

/**
 * The same moment, made of the very pieces of the one before wherever they say the same: an event
 * changes little, and a hundred thousand moments in a row are to be kept.
 */
export function sharing(now: Moment, before: Moment): Moment {
  return { ...now, leaves: sharedLeaves(now.leaves, before.leaves), game: sharedPicture(now.game, before.game) };
}

function sharedLeaves(now: readonly Leaf[], before: readonly Leaf[]): readonly Leaf[] {
  const shared = now.map((leaf, index) => {
    const old = before[index];
    return old?.path === leaf.path && old.text === leaf.text && old.kind === leaf.kind ? old : leaf;
  });
  return sameItems(shared, before) ? before : shared;
}

function sharedPicture(now: GamePicture, before: GamePicture): GamePicture {
  const { playerOne, playerTwo, nextPlayer, result } = before;
  const board = sharedBoard(now.board, before.board);
  const names = now.playerOne === playerOne && now.playerTwo === playerTwo;
  const same = names && now.nextPlayer === nextPlayer && now.result === result && board === before.board;
  return same ? before : { ...now, board };
}

function sharedBoard(now: Board | undefined, before: Board | undefined): Board | undefined {
  if (now === undefined || before === undefined) return now;
  const shared = { ...now };
  for (const column of columns) if (sameItems(now[column], before[column])) shared[column] = before[column];
  return columns.every((column) => shared[column] === before[column]) ? before : shared;
}

function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
