import type { Board, Place as Hole } from '../domain/board.ts';
import type { Failure } from './entry.ts';
import type { Leaf } from './leaf.ts';

/** The aggregate at one stop in time. */
export interface Moment {
  readonly leaves: readonly Leaf[];
  readonly game: GamePicture;
  /** Whether the aggregate shows its board itself, or it was drawn from its events. */
  readonly boardFrom: 'state' | 'events';
  /** Why there is no newer state than this one: the event that was next could not be applied. */
  readonly stuck?: Stuck;
}

export interface Stuck {
  /** The entry that could not be applied, counted from 0. */
  readonly entry: number;
  readonly failure: Failure;
}

/** What a board and a scoresheet need, as far as a state or its events say it. */
export interface GamePicture {
  readonly board: Board | undefined;
  readonly playerOne: string | undefined;
  readonly playerTwo: string | undefined;
  readonly nextPlayer: string | undefined;
  readonly result: string | undefined;
}

export const noPicture: GamePicture = {
  board: undefined,
  playerOne: undefined,
  playerTwo: undefined,
  nextPlayer: undefined,
  result: undefined,
};

export const nothingYet: Moment = { leaves: [], game: noPicture, boardFrom: 'events' };

/** A board with what the eye should go to. */
export interface BoardPicture {
  readonly board: Board;
  readonly last: Hole | undefined;
  readonly winning: readonly Hole[];
}
