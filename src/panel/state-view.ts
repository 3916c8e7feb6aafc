import type { Board, Token } from '../domain/board.ts';
import type { FieldChange } from '../timeline/diff.ts';
import type { BoardPicture } from '../timeline/moment.ts';
import type { BoardView, FieldView, ParityView, Side } from './contract.ts';

export function fieldView({ path, change, now, before }: FieldChange): FieldView {
  const shown = now ?? before;
  return {
    path,
    change,
    kind: shown?.kind ?? 'absent',
    text: now?.text ?? 'gone',
    before: change === 'changed' || change === 'removed' ? (before?.text ?? null) : null,
  };
}

export function boardView({ board, last, winning }: BoardPicture, from: BoardView['from']): BoardView {
  return {
    columns: columnNames.map((name) => ({ name, tokens: tokensOf(board, name) })),
    last: last ?? null,
    winning,
    from,
  };
}

/** Live state against rebuilt state, from the fields that differ between the two. */
export function parityView(differing: readonly FieldChange[]): ParityView {
  if (differing.length === 0) return { kind: 'same' };
  return {
    kind: 'differs',
    fields: differing.map(({ path, now, before }) => ({
      path,
      live: before?.text ?? 'not there',
      rebuilt: now?.text ?? 'not there',
    })),
  };
}

const columnNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;

function tokensOf(board: Board, column: (typeof columnNames)[number]): readonly Side[] {
  return board[column].map(sideOf);
}

function sideOf(token: Token): Side {
  return token === 'RED' ? 'one' : 'two';
}
