import { type Disposable, toDisposable } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import type {
  EventStore,
  ReadAllOptions,
  ReadOptions,
  SubscribeAllOptions,
  SubscribeOptions,
  SubscriptionObserver,
} from '../event-store.ts';
import type { NewEvent, ResolvedEvent } from '../events.ts';
import type { ExpectedRevision } from '../expected-revision.ts';
import type { AppendResult, DeleteResult, ReadMetadataResult, ReadStreamResult, StoreUnavailable } from '../results.ts';
import { asRefusal } from '../store-error.ts';
import { formatStreamMetadata, type StreamMetadata } from '../stream-metadata.ts';
import { metastreamOf, systemTypes } from '../stream-names.ts';
import { allCursor, type Sources, streamCursor } from './cursors.ts';
import { IndexStreams } from './index-streams.ts';
import { Reader } from './reader.ts';
import type { EventStorage } from './storage.ts';
import { StreamStates } from './stream-states.ts';
import { StreamViews } from './stream-view.ts';
import { Subscription } from './subscription.ts';
import { WriteQueue } from './write-queue.ts';
import { systemEvent, Writer } from './writer.ts';

const closedReason = 'The store was closed.';

export interface EngineOptions {
  /** Milliseconds since 1970; the clock of this machine unless told otherwise. */
  readonly now?: (() => number) | undefined;
  /** Told when a write failed, after which no further one is taken. */
  readonly stopped?: (refusal: StoreUnavailable) => void;
}

/** EventStoreDB's semantics over any storage. */
export class StorageEventStore implements EventStore {
  readonly #storage: EventStorage;
  readonly #states: StreamStates;
  readonly #sources: Sources;
  readonly #writer: Writer;
  readonly #queue: WriteQueue;
  readonly #committed = new Emitter<void>();
  readonly #closed = new Emitter<string>();
  #isClosed = false;

  /** Owns the storage from now on. */
  constructor(storage: EventStorage, { now = Date.now, stopped = () => {} }: EngineOptions = {}) {
    this.#storage = storage;
    this.#states = new StreamStates(storage);
    const index = new IndexStreams(storage);
    const views = new StreamViews(storage, this.#states, index, now);
    this.#sources = { storage, views, reader: new Reader(storage, views) };
    this.#writer = new Writer(storage, this.#states, index, now);
    this.#queue = new WriteQueue(
      (work) =>
        storage.transact(() => {
          const result = work();
          index.keep();
          return result;
        }),
      (outcome) => {
        if (outcome.kind === 'committed') return this.#committed.fire();
        this.#states.forget();
        index.forget();
        stopped(outcome.refusal);
      },
    );
    if (storage.lastPosition() === 0n) storage.transact(() => this.#writer.announceProjections());
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.#queue.write(() => this.#writer.append(stream, events, expected));
  }

  deleteStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult> {
    return this.#queue.write(() => this.#writer.softDelete(stream, expected));
  }

  tombstoneStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult> {
    return this.#queue.write(() => this.#writer.tombstone(stream, expected));
  }

  async readStream(stream: string, options: ReadOptions = {}): Promise<ReadStreamResult> {
    if (this.#isClosed) return { kind: 'unavailable', reason: closedReason };
    try {
      const view = this.#sources.views.of(stream);
      if (view.kind === 'deleted') return { kind: 'streamDeleted', stream };
      if (view.kind === 'notFound') return { kind: 'streamNotFound', stream };
      return { kind: 'events', events: this.#sources.reader.readStream(view, options), lastRevision: view.last };
    } catch (thrown) {
      return asRefusal(thrown);
    }
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<ResolvedEvent> {
    return this.#isClosed ? closedRead() : this.#sources.reader.readAll(options);
  }

  subscribeToStream(stream: string, observer: SubscriptionObserver, options: SubscribeOptions = {}): Disposable {
    if (this.#isClosed) return endSoon(observer);
    return new Subscription(streamCursor(this.#sources, stream, options), observer, this.#commits());
  }

  subscribeToAll(observer: SubscriptionObserver, options: SubscribeAllOptions = {}): Disposable {
    if (this.#isClosed) return endSoon(observer);
    return new Subscription(allCursor(this.#sources, options), observer, this.#commits());
  }

  async readMetadata(stream: string): Promise<ReadMetadataResult> {
    if (this.#isClosed) return { kind: 'unavailable', reason: closedReason };
    try {
      const { tombstoned, metadata } = this.#states.of(stream);
      if (tombstoned) return { kind: 'streamDeleted', stream };
      const { last } = this.#states.of(metastreamOf(stream));
      return { kind: 'metadata', metadata, revision: last < 0n ? 'noStream' : last };
    } catch (thrown) {
      return asRefusal(thrown);
    }
  }

  writeMetadata(stream: string, metadata: StreamMetadata, expected: ExpectedRevision): Promise<AppendResult> {
    const event = systemEvent(systemTypes.metadata, formatStreamMetadata(metadata));
    return this.append(metastreamOf(stream), [event], expected);
  }

  /** Writes what still waits, ends the subscriptions and closes the storage. */
  dispose(): void {
    if (this.#isClosed) return;
    this.#queue.flush();
    this.#queue.refuseFromNowOn({ kind: 'unavailable', reason: closedReason });
    this.#isClosed = true;
    this.#closed.fire(closedReason);
    this.#closed.dispose();
    this.#committed.dispose();
    this.#storage.close();
  }

  /** Refuses every further write for this reason. */
  protected takeNoMore(refusal: StoreUnavailable): void {
    this.#queue.refuseFromNowOn(refusal);
  }

  #commits() {
    return { committed: this.#committed.event, closed: this.#closed.event };
  }
}

/** A closed store must not look like an empty one. */
function closedRead(): AsyncIterable<ResolvedEvent> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error(closedReason)) }) };
}

function endSoon(observer: SubscriptionObserver): Disposable {
  const timer = setImmediate(() => observer.ended?.({ kind: 'unavailable', reason: closedReason }));
  return toDisposable(() => clearImmediate(timer));
}
