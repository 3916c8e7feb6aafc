import type { Board } from './board.ts';

/** What a board and a scoresheet need, as far as a state or its events say it. */
export interface GamePicture {
  readonly kind: 'board';
  readonly board: Board;
  readonly playerOne: string | undefined;
  readonly playerTwo: string | undefined;
  readonly nextPlayer: string | undefined;
  readonly result: string | undefined;
}
