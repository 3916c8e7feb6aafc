import type { Column } from './board.ts';
import type { Result } from './result.ts';

/** What can happen in a game of Connect Four, said in the past tense and never changed afterwards. */
export type GameEvent = GameStarted | MoveMade | GameFinished;

export type GameStarted = {
  readonly type: 'GameStarted';
  readonly playerOne: string;
  readonly playerTwo: string;
};

export type MoveMade = {
  readonly type: 'MoveMade';
  readonly player: string;
  readonly column: Column;
};

export type GameFinished = {
  readonly type: 'GameFinished';
  readonly result: Result;
};
