import type { Direction } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import type { IndexPage } from './link-positions.ts';

/**
 * The small thing a store is built on: keeps records in order and finds them again. It knows no
 * semantics; those are the engine's, once for every storage. Everything is synchronous, so
 * nothing can come between a decision and its writing.
 */
export interface EventStorage {
  /** Runs the work and makes what it inserted durable before it returns; throws, having kept nothing, when that fails. */
  transact<T>(work: () => T): T;
  /** `findable`: the event's id can be asked for later with `revisionOfId`. */
  insert(event: RecordedEvent, findable: boolean): void;
  lastPosition(): bigint;
  /** Undefined for a stream without events. */
  lastRevision(stream: string): bigint | undefined;
  /** Of the last one, where several events of the stream have that id. */
  revisionOfId(stream: string, id: string): bigint | undefined;
  /** From this revision on, itself included. */
  readStream(stream: string, from: bigint, direction: Direction, limit: number): RecordedEvent[];
  /** From this position on, itself included. */
  readAll(from: bigint, direction: Direction, limit: number): RecordedEvent[];
  /** Where a standard projection's stream leads, as far as `indexedUntil`: pages that follow each other. */
  readIndex(stream: string): readonly IndexPage[];
  /** Adds to what `readIndex` gives, by stream, all that follows from the events up to this position. */
  keepIndex(positions: ReadonlyMap<string, readonly number[]>, until: bigint): void;
  indexedUntil(): bigint;
  close(): void;
}

/** The revision of a tombstone: the greatest there is, so that nothing can follow it. */
export const tombstoneRevision = 9223372036854775807n;
