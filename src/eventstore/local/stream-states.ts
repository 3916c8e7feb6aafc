import type { RecordedEvent } from '../events.ts';
import { isSoftDeleted, parseStreamMetadata, type StreamMetadata } from '../stream-metadata.ts';
import { describedBy, metastreamOf } from '../stream-names.ts';
import { type EventStorage, tombstoneRevision } from './storage.ts';

/** What the engine knows of a stream without reading its events. */
export interface StreamState {
  /** Revision of the last event that is no tombstone; −1 for none. */
  readonly last: bigint;
  /** By a tombstone of its own, or by one of the stream whose metadata it holds. */
  readonly tombstoned: boolean;
  /** False for a tombstoned stream; metadata that was there before its stream was tombstoned can be written on. */
  readonly writable: boolean;
  readonly metadata: StreamMetadata;
}

/** Streams remembered at most; forgetting costs a look-up, nothing else. */
const remembered = 50_000;

/** Stream states, read from the storage once and kept up with what is inserted. */
export class StreamStates {
  readonly #storage: EventStorage;
  readonly #states = new Map<string, StreamState>();

  constructor(storage: EventStorage) {
    this.#storage = storage;
  }

  of(stream: string): StreamState {
    const known = this.#states.get(stream);
    if (known !== undefined) return known;
    const loaded = this.#load(stream);
    if (this.#states.size >= remembered) this.#states.clear();
    this.#states.set(stream, loaded);
    return loaded;
  }

  /** Call after inserting an event. */
  inserted(event: RecordedEvent): void {
    const before = this.of(event.stream);
    const tombstoned = event.revision === tombstoneRevision;
    const after = tombstoned ? { ...before, tombstoned, writable: false } : { ...before, last: event.revision };
    this.#states.set(event.stream, after);
    const described = describedBy(event.stream);
    // A metastream has no metadata of its own.
    if (described !== undefined && describedBy(described) === undefined && !tombstoned) {
      this.#states.set(described, { ...this.of(described), metadata: parseStreamMetadata(event.data) });
    }
    // A metastream goes with its stream.
    if (tombstoned) this.#states.delete(metastreamOf(event.stream));
  }

  /** Call when inserts were rolled back. */
  forget(): void {
    this.#states.clear();
  }

  #load(stream: string): StreamState {
    const last = this.#storage.lastRevision(stream);
    const described = describedBy(stream);
    const itself = last === tombstoneRevision;
    const withItsStream = described !== undefined && this.#storage.lastRevision(described) === tombstoneRevision;
    if (itself || withItsStream) {
      // EventStoreDB's writer knows metadata by its last revision before it would ask about the stream.
      return { last: last ?? -1n, tombstoned: true, writable: !itself && last !== undefined, metadata: {} };
    }
    // Only the newest metadata counts, so only the newest is shown.
    const metadata = described === undefined ? this.#loadMetadata(stream) : { maxCount: 1n };
    return { last: last ?? -1n, tombstoned: false, writable: true, metadata };
  }

  #loadMetadata(stream: string): StreamMetadata {
    const metastream = metastreamOf(stream);
    const last = this.#storage.lastRevision(metastream);
    if (last === undefined) return {};
    const [event] = this.#storage.readStream(metastream, last, 'backwards', 1);
    return event === undefined ? {} : parseStreamMetadata(event.data);
  }
}

/** No events to be seen, though the numbering may go on: never written, or soft-deleted. */
export function hasNoEvents({ last, metadata }: StreamState): boolean {
  return last < 0n || isSoftDeleted(metadata);
}
