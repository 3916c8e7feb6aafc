import type { OtherFuture } from '../../panel/contract.ts';
import { boardView } from '../../panel/state-view.ts';
import { boardPicture } from '../../timeline/board-picture.ts';
import type { Left } from './shelf.ts';
import { revisionAt, rowAt } from './showing.ts';

const mostRows = 40;

/** The history that was left at a fork, from where the two part. */
export function otherFuture(left: Left | undefined): OtherFuture | null {
  if (left === undefined) return null;
  const { source, shared } = left;
  const now = source.moment(source.length, 'own').game;
  const before = source.moment(Math.max(0, source.length - 1), 'own').game;
  const from = Math.max(shared, source.length - mostRows);
  const rows = Array.from({ length: source.length - from }, (_, nth) => rowAt(source, from + nth + 1, 'own'));
  return {
    title: source.subject.title,
    sharedUpTo: revisionAt(source, shared),
    rows,
    board: now.board === undefined ? null : boardView(boardPicture(now.board, before.board), 'state'),
    result: now.result ?? null,
  };
}
