import type { NewEvent } from '../events.ts';

/** EventStoreDB's default: at most so many bytes in one append. */
export const maximumAppendSize = 1_048_576;

/** An event's part of the append limit, counted as EventStoreDB does: type names weigh two bytes a character. */
export function sizeOf({ type, data, metadata }: NewEvent): number {
  return 2 * type.length + data.length + metadata.length;
}
