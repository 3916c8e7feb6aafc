import type { Players } from '../../01-start-game/steps/players.ts';
import type { Result, WholeGame } from '../../02-play-the-game/steps/drawn-games.ts';

export interface StoredGame {
  readonly id: string;
  readonly players: Players;
}

export interface Begun {
  readonly players: Players;
  readonly column: string;
  /** A game that another program left behind after three moves, the first two of them in one column. */
  readonly begun: { readonly id: string; readonly players: Players; readonly moves: string };
  /** Where that program moves next. */
  readonly next: string;
}

export interface OldAndNew {
  readonly players: Players;
  /** Where the game that was brought back is moved in. */
  readonly column: string;
  /** The moves of a game that is never stored. */
  readonly unsaved: string;
}

/** A finished game that another program left behind. */
export interface LeftEnd {
  readonly name: string;
  readonly id: string;
  readonly players: Players;
  readonly moves: string;
  readonly result: Result;
}

export interface StoredEnds {
  readonly players: Players;
  /** A win of each player, and a tie, by the names of their games; played and then stored whole. */
  readonly played: readonly (WholeGame & { readonly name: string })[];
  /** Games that another program left behind: one that was won, and one whose result nobody could work out from its board. */
  readonly left: readonly LeftEnd[];
}

/** A game that another program left behind. */
export interface LeftGame {
  readonly id: string;
  readonly moves: string;
}

export interface Kept {
  readonly players: Players;
  readonly stranger: string;
  /** Two moves away from the end of a game that is won by the last token. */
  readonly long: LeftGame & { readonly game: WholeGame };
  /** One move away from its end. */
  readonly begun: LeftGame & { readonly game: WholeGame };
  /** One column is full, and player one is next. */
  readonly crowded: LeftGame & { readonly full: string; readonly open: string };
  readonly over: LeftGame & { readonly game: WholeGame };
  /** More events than any page has: started again and again, as no rule of today would have it, by others at the last. */
  readonly endless: { readonly id: string; readonly last: Players };
  /** Played from its first move to its last, each stored before the next. */
  readonly whole: WholeGame;
}
