import type { EventData, JSONEventType, RecordedEvent } from '@eventstore/db-client';
import type { Column } from '../domain/board';
import type { GameEvent } from '../domain/events';
import type { GameResult } from '../domain/result';

/** The events as they are stored. Programs in other languages know them by these very names. */
export type StoredEvent =
  | JSONEventType<'GameStarted', { player_one: string; player_two: string }>
  | JSONEventType<'MoveMade', { player: string; column: Column }>
  | JSONEventType<'GameFinished', { result: GameResult }>;

/** An event of ours as the store takes it. (Step 3.3) */
export function toEventData(event: GameEvent): EventData<StoredEvent> {
  throw new Error(`There is no way yet to store a ${event.type}.`);
}

/** An event of the store's as we know it. (Step 3.4) */
export function toGameEvent(recorded: RecordedEvent<StoredEvent>): GameEvent {
  throw new Error(`There is no way yet to read a ${recorded.type}.`);
}
