import type { NewEvent } from '../events.ts';
import { sizeOf } from './append-size.ts';
import type { EventStorage } from './storage.ts';

/** What a record takes beside its event: ids, numbers, the name of its stream. */
const overhead = 64;

/**
 * How far a record reaches in the log, in bytes. As in EventStoreDB a position is a place in that
 * log, so the one after a record's is no record's: code that counts positions fails here as it would there.
 */
export function recordLength(event: NewEvent): bigint {
  return BigInt(overhead + sizeOf(event));
}

/** Whether a read of `$all` may begin here: at a record, at the very start, or where nothing is yet. */
export function isReadable(storage: EventStorage, position: bigint): boolean {
  if (position <= 0n || position > storage.lastPosition()) return true;
  return storage.readAll(position, 'forwards', 1)[0]?.position === position;
}
