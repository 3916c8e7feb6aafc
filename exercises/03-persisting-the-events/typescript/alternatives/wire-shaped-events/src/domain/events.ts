import type { Column } from './board';
import type { GameResult } from './result';

/** These events look as they are stored, so there is nothing to be mapped. */
export type GameStarted = { readonly type: 'GameStarted'; readonly data: { player_one: string; player_two: string } };
export type MoveMade = { readonly type: 'MoveMade'; readonly data: { player: string; column: Column } };
export type GameFinished = { readonly type: 'GameFinished'; readonly data: { result: GameResult } };
export type GameEvent = GameStarted | MoveMade | GameFinished;
