import type { Disposable } from '../base/disposable.ts';
import type { NewEvent, ResolvedEvent } from './events.ts';
import type { ExpectedRevision } from './expected-revision.ts';
import type { EventFilter } from './filter.ts';
import type { AppendResult, DeleteResult, ReadMetadataResult, ReadStreamResult, SubscriptionEnd } from './results.ts';
import type { StreamMetadata } from './stream-metadata.ts';

export type Direction = 'forwards' | 'backwards';

/** The start or the end, or a revision (of a stream) or a position (of `$all`). */
export type From = 'start' | 'end' | bigint;

export interface ReadOptions {
  /** Default `forwards`. */
  readonly direction?: Direction;
  /** Default `start`, or `end` when reading backwards. Reads include the place given; backwards `$all` excludes it. */
  readonly from?: From;
  /** At most so many events; default all. */
  readonly limit?: number;
  /** Deliver what a link points to beside the link. Default no. */
  readonly resolveLinks?: boolean;
}

export interface ReadAllOptions extends ReadOptions {
  readonly filter?: EventFilter;
}

export interface SubscribeOptions {
  /** Start *after* this place; default `start`, which leaves nothing out. `end` means: only what comes from now on. */
  readonly from?: From;
  readonly resolveLinks?: boolean;
}

export interface SubscribeAllOptions extends SubscribeOptions {
  readonly filter?: EventFilter;
  /** With a filter: a checkpoint after so many events were considered, whether they matched or not. */
  readonly checkpointEvery?: number;
}

/** Told what a subscription delivers, one thing at a time and in order. */
export interface SubscriptionObserver {
  /** Return a promise to make the store wait before it delivers more. */
  event(event: ResolvedEvent): void | Promise<void>;
  /**
   * Called once: everything stored so far was delivered, what follows is live. `place` is the last
   * revision (of a stream) or position (of `$all`) considered; undefined for none, and where a remote store doesn't say.
   */
  caughtUp?(place: bigint | undefined): void | Promise<void>;
  /** Everything up to this position was considered; a later subscription may start from here. */
  checkpoint?(position: bigint): void | Promise<void>;
  /** Not called for a subscription that was disposed. */
  ended?(end: SubscriptionEnd): void;
}

/**
 * EventStoreDB's streams as an interface: ours in memory, ours on disk, and a remote server's.
 *
 * Nothing is acknowledged, read or delivered before it is stored for good. What can be
 * foreseen comes back as a result with a `kind`; only a store that goes away in the middle of
 * a read throws.
 */
export interface EventStore extends Disposable {
  /** All of the events or none. */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;
  readStream(stream: string, options?: ReadOptions): Promise<ReadStreamResult>;
  /** Every stream in the order written, system events too. Throws a `StoreError` for a position that no record has. */
  readAll(options?: ReadAllOptions): AsyncIterable<ResolvedEvent>;
  /** Catches up and goes on live. A stream that does not exist yet is waited for. */
  subscribeToStream(stream: string, observer: SubscriptionObserver, options?: SubscribeOptions): Disposable;
  subscribeToAll(observer: SubscriptionObserver, options?: SubscribeAllOptions): Disposable;
  /** Soft delete: reads find nothing any more; the next append continues the numbering. */
  deleteStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult>;
  /** Deletes for ever: the name can never be used again. */
  tombstoneStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult>;
  readMetadata(stream: string): Promise<ReadMetadataResult>;
  writeMetadata(stream: string, metadata: StreamMetadata, expected: ExpectedRevision): Promise<AppendResult>;
}
