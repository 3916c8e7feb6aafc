import type { Column } from '../../../domain/connect-four/board.ts';

/** A board with its players, as of the cursor, and what the eye should go to. */
export interface BoardView {
  readonly kind: 'board';
  readonly columns: readonly { readonly name: Column; readonly tokens: readonly Side[] }[];
  /** How many tokens a column holds. */
  readonly height: number;
  readonly last: HoleView | null;
  readonly winning: readonly HoleView[];
  /** Read from the aggregate, or drawn from its events where the aggregate shows none. */
  readonly from: 'state' | 'events';
  /** As of now: somebody plays. All names below are those of the cursor, and may be nobody’s there yet. */
  readonly started: boolean;
  readonly playerOne: string | null;
  readonly playerTwo: string | null;
  readonly nextPlayer: string | null;
  readonly result: string | null;
  /** Who plays for player two. */
  readonly opponent: Opponent;
}

export type Side = 'one' | 'two';

export interface HoleView {
  readonly column: Column;
  /** From 0 at the bottom. */
  readonly row: number;
}

export const opponents = ['friend', 'easy', 'medium', 'strong'] as const;
export type Opponent = (typeof opponents)[number];
export type Strength = Exclude<Opponent, 'friend'>;

/**
 * A move is asked for with its column, and `by` whom: the one whose turn it is, or one of the two whoever's turn it is. The
 * host knows their names.
 */
export interface AskedMove {
  readonly column: Column;
  readonly by: 'next' | Side;
}
