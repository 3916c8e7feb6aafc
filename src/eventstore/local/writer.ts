import { randomUUID } from 'node:crypto';
import type { ContentType, NewEvent, RecordedEvent } from '../events.ts';
import type { ActualRevision, ExpectedRevision } from '../expected-revision.ts';
import type { AppendResult, DeleteResult, StreamDeleted, WrongExpectedRevision } from '../results.ts';
import { formatStreamMetadata, isSoftDeleted, type StreamMetadata, softDeleteRevision } from '../stream-metadata.ts';
import { isIndexStream, metastreamOf, systemTypes } from '../stream-names.ts';
import { type AppendDecision, decideAppend, type EarlierEvents } from './append-decision.ts';
import { maximumAppendSize, sizeOf } from './append-size.ts';
import type { IndexStreams } from './index-streams.ts';
import { recordLength } from './positions.ts';
import { type EventStorage, tombstoneRevision } from './storage.ts';
import type { StreamStates } from './stream-states.ts';

/** Ids of one append by which its repetition is recognised, however long ago it was. The rest of a long append follows from them. */
const findableIds = 16;

/** Decides appends and deletes against what is stored and inserts what follows from them. Call inside a transaction. */
export class Writer {
  readonly #storage: EventStorage;
  readonly #states: StreamStates;
  readonly #index: IndexStreams;
  readonly #now: () => number;

  constructor(storage: EventStorage, states: StreamStates, index: IndexStreams, now: () => number) {
    this.#storage = storage;
    this.#states = states;
    this.#index = index;
    this.#now = now;
  }

  /** What EventStoreDB writes when its standard projections are first switched on; so no store is ever quite empty. */
  announceProjections(): void {
    const created = ['$by_category', '$by_event_type'].map((name) =>
      systemEvent('$ProjectionCreated', Buffer.from(name, 'utf8'), 'binary'),
    );
    this.#insert(
      '$projections-$all',
      [systemEvent('$ProjectionsInitialized', new Uint8Array(), 'binary'), ...created],
      0n,
    );
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): AppendResult {
    if (isKeptByTheStore(stream)) return { kind: 'accessDenied', stream };
    const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
    if (size > maximumAppendSize) return { kind: 'appendTooLarge', size, limit: maximumAppendSize };
    const ids = events.map(({ id }) => id);
    const decision = this.#decide(stream, expected, ids);
    if (decision.kind === 'repeated') return this.#appended(stream, decision.revision);
    if (decision.kind !== 'write') return this.#refused(stream, expected, decision);
    const { last, metadata } = this.#states.of(stream);
    if (events.length > 0 && isSoftDeleted(metadata)) {
      this.#writeMetadata(stream, { ...metadata, truncateBefore: last + 1n });
    }
    return this.#insert(stream, events, last + 1n);
  }

  softDelete(stream: string, expected: ExpectedRevision): DeleteResult {
    if (isKeptByTheStore(stream)) return { kind: 'accessDenied', stream };
    const decision = this.#decide(stream, expected, []);
    if (decision.kind === 'streamDeleted') return { kind: 'streamDeleted', stream };
    const isNowhere = this.#states.of(stream).last < 0n && this.#states.of(metastreamOf(stream)).last < 0n;
    if (decision.kind !== 'write' || isNowhere) return this.#wrong(stream, expected);
    const { position } = this.#writeMetadata(stream, { truncateBefore: softDeleteRevision });
    return { kind: 'deleted', position };
  }

  tombstone(stream: string, expected: ExpectedRevision): DeleteResult {
    if (isKeptByTheStore(stream)) return { kind: 'accessDenied', stream };
    const decision = this.#decide(stream, expected, []);
    if (decision.kind !== 'write') return this.#refused(stream, expected, decision);
    const { position } = this.#insert(
      stream,
      [systemEvent(systemTypes.streamDeleted, new Uint8Array())],
      tombstoneRevision,
    );
    return { kind: 'deleted', position };
  }

  #decide(stream: string, expected: ExpectedRevision, ids: readonly string[]): AppendDecision {
    const { writable, metadata } = this.#states.of(stream);
    const standing = {
      actual: this.#actual(stream),
      tombstoned: !writable,
      softDeleted: isSoftDeleted(metadata),
      described: this.#states.of(metastreamOf(stream)).last >= 0n,
    };
    const earlier: EarlierEvents = {
      revisionOf: (id) => this.#storage.revisionOfId(stream, id),
      idAt: (revision) => this.#storage.readStream(stream, revision, 'forwards', 1)[0]?.id,
    };
    return decideAppend(expected, standing, ids, earlier);
  }

  #actual(stream: string): ActualRevision {
    const { last } = this.#states.of(stream);
    return last < 0n ? 'noStream' : last;
  }

  #refused(
    stream: string,
    expected: ExpectedRevision,
    { kind }: AppendDecision,
  ): WrongExpectedRevision | StreamDeleted {
    return kind === 'streamDeleted' ? { kind, stream } : this.#wrong(stream, expected);
  }

  #wrong(stream: string, expected: ExpectedRevision): WrongExpectedRevision {
    return { kind: 'wrongExpectedRevision', stream, expected, actual: this.#actual(stream) };
  }

  #appended(stream: string, revision: bigint): Extract<AppendResult, { kind: 'appended' }> {
    const [event] = this.#storage.readStream(stream, revision, 'forwards', 1);
    return { kind: 'appended', revision, position: event?.position ?? this.#storage.lastPosition() };
  }

  #writeMetadata(stream: string, metadata: StreamMetadata): { readonly position: bigint } {
    const metastream = metastreamOf(stream);
    const event = systemEvent(systemTypes.metadata, formatStreamMetadata(metadata));
    return this.#insert(metastream, [event], this.#states.of(metastream).last + 1n);
  }

  #insert(stream: string, events: readonly NewEvent[], first: bigint): Extract<AppendResult, { kind: 'appended' }> {
    const created = this.#now();
    let position = this.#storage.lastPosition();
    let revision = first - 1n;
    let last: RecordedEvent | undefined;
    for (const [index, event] of events.entries()) {
      const { id, type, contentType, data, metadata } = event;
      position += recordLength(event);
      revision += 1n;
      last = { id, type, contentType, data, metadata, stream, revision, position, created };
      this.#storage.insert(last, index < findableIds);
      this.#index.inserted(last);
    }
    if (last !== undefined) this.#states.inserted(last);
    return { kind: 'appended', revision, position };
  }
}

function isKeptByTheStore(stream: string): boolean {
  return stream === '' || stream === '$all' || isIndexStream(stream);
}

export function systemEvent(type: string, data: Uint8Array, contentType: ContentType = 'json'): NewEvent {
  return { id: randomUUID(), type, contentType, data, metadata: new Uint8Array() };
}
