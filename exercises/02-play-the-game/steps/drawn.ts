import type { Players } from '../../01-start-game/steps/players.ts';
import type { WholeGame } from './drawn-games.ts';

/** Two players, and columns that are chosen in games which differ in one thing each. */
export interface FirstMoves {
  readonly players: Players;
  /** Where player one moves and player two answers. */
  readonly column: string;
  /** Where player one moves in another game. */
  readonly otherColumn: string;
  /** Where player one moves first, and player two answers in `column`. */
  readonly elsewhere: string;
}

export interface Constrained {
  readonly players: Players;
  /** They don’t play. */
  readonly others: Players;
  /** All different. */
  readonly columns: readonly [string, string, string, string];
}

export interface Ends {
  readonly players: Players;
  readonly others: Players;
  /** Two wins of player one, two of player two and a tie, by the names of their games. */
  readonly games: readonly (WholeGame & { readonly name: string })[];
}

export interface WholeGames {
  readonly players: Players;
  /** One for each direction, a tie and, the last of them, one that is won by the last token; by the names of their games. */
  readonly games: readonly (WholeGame & { readonly name: string })[];
}
