import type { Column } from './board';
import type { GameResult } from './result';

type Event<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> };

export type GameStarted = Event<'GameStarted', { players: { one: string; two: string } }>;
export type MoveMade = Event<'MoveMade', { move: { player: string; column: Column } }>;
export type GameFinished = Event<'GameFinished', { result: GameResult }>;
export type GameEvent = GameStarted | MoveMade | GameFinished;
