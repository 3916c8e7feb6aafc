import type { EventData, RecordedEvent } from '@eventstore/db-client';
import type { GameEvent } from '../domain/events';

/** An event of ours as the store takes it. (Step 3.3) */
export function toEventData(event: GameEvent): EventData {
  throw new Error(`There is no way yet to store a ${event.type}.`);
}

/** An event of the store's as we know it. (Step 3.4) */
export function toGameEvent(recorded: RecordedEvent): GameEvent {
  throw new Error(`There is no way yet to read a ${recorded.type}.`);
}
