import type { Column } from './board';
import type { GameResult } from './result';

/** The game has begun, between these two players. */
export type GameStarted = {
  readonly type: 'GameStarted';
  readonly playerOne: string;
  readonly playerTwo: string;
};

/** A player dropped a token into a column. */
export type MoveMade = {
  readonly type: 'MoveMade';
  readonly player: string;
  readonly column: Column;
};

/** The game is over, and this is how it ended. */
export type GameFinished = {
  readonly type: 'GameFinished';
  readonly result: GameResult;
};

/** Everything that can happen in a game. */
export type GameEvent = GameStarted | MoveMade | GameFinished;
