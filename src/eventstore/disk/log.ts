import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '../events.ts';
import { recordLength } from '../local/positions.ts';
import { number } from './event-rows.ts';

/** Up to this position, positions count events, as the first schema had them; afterwards they are places in the log. */
export function countedUntil(database: DatabaseSync): bigint {
  return BigInt(number(database.prepare("SELECT value FROM marks WHERE name = 'counted until'").get()?.value));
}

/** How far a record reaches back from its position. */
export function lengthIn(event: RecordedEvent, counted: bigint): bigint {
  return event.position <= counted ? 1n : recordLength(event);
}
