import type * as ClientModule from '@eventstore/db-client';
import type {
  DeleteResult as ClientDeleteResult,
  ExpectedRevision as DeleteExpectedRevision,
  EventStoreDBClient,
  Filter,
} from '@eventstore/db-client';
import type { Disposable } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type {
  EventStore,
  ReadAllOptions,
  ReadOptions,
  SubscribeAllOptions,
  SubscribeOptions,
  SubscriptionObserver,
} from '../event-store.ts';
import { type NewEvent, originalOf, type ResolvedEvent } from '../events.ts';
import type { ExpectedRevision } from '../expected-revision.ts';
import { type EventFilter, matchesFilter } from '../filter.ts';
import { systemEvent } from '../local/writer.ts';
import type { AppendResult, DeleteResult, ReadMetadataResult, ReadStreamResult } from '../results.ts';
import { invalidPosition, StoreError } from '../store-error.ts';
import { formatStreamMetadata, parseStreamMetadata, type StreamMetadata } from '../stream-metadata.ts';
import { metastreamOf, systemTypes } from '../stream-names.ts';
import { errorType, refusalFrom, saysInvalidPosition, unavailable } from './client-errors.ts';
import {
  fromClientEvent,
  toClientDeleteRevision,
  toClientEvent,
  toClientPosition,
  toClientRevision,
} from './conversion.ts';
import { type ConnectionState, RemoteSubscription, type RemoteSubscriptionPlan } from './remote-subscription.ts';

export interface RemoteStore extends EventStore {
  /** Told when a subscription loses its server and when it has it again. */
  readonly connection: Event<ConnectionState>;
}

/** Any EventStoreDB or KurrentDB through the official client. */
export class RemoteEventStore implements RemoteStore {
  readonly #client: EventStoreDBClient;
  readonly #library: typeof ClientModule;
  readonly #subscriptions = new Set<RemoteSubscription>();
  readonly #connection = new Emitter<ConnectionState>();

  /** The client is owned from now on. */
  constructor(client: EventStoreDBClient, library: typeof ClientModule) {
    this.#client = client;
    this.#library = library;
  }

  get connection(): Event<ConnectionState> {
    return this.#connection.event;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    try {
      const options = { expectedRevision: toClientRevision(expected) };
      const { nextExpectedRevision, position } = await this.#client.appendToStream(
        stream,
        events.map(toClientEvent),
        options,
      );
      return { kind: 'appended', revision: nextExpectedRevision, position: position?.commit ?? 0n };
    } catch (thrown) {
      return refusalFrom(thrown, { stream, expected });
    }
  }

  async readStream(stream: string, options: ReadOptions = {}): Promise<ReadStreamResult> {
    const { direction = 'forwards', limit, resolveLinks = false } = options;
    const from = options.from ?? (direction === 'forwards' ? 'start' : 'end');
    const reading = this.#client.readStream(stream, {
      direction,
      fromRevision: from,
      resolveLinkTos: resolveLinks,
      ...(limit !== undefined && Number.isFinite(limit) && { maxCount: limit }),
    });
    const iterator = reading[Symbol.asyncIterator]();
    try {
      const first = await iterator.next();
      const rest = { [Symbol.asyncIterator]: () => iterator };
      return { kind: 'events', events: convert(first, rest), lastRevision: undefined };
    } catch (thrown) {
      const type = errorType(thrown);
      if (type === 'stream-not-found') return { kind: 'streamNotFound', stream };
      return type === 'stream-deleted' ? { kind: 'streamDeleted', stream } : unavailable(thrown);
    }
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<ResolvedEvent> {
    const { direction = 'forwards', limit = Number.POSITIVE_INFINITY, resolveLinks = false, filter } = options;
    if (limit <= 0) return;
    const from = options.from ?? (direction === 'forwards' ? 'start' : 'end');
    const reading = this.#client.readAll({
      direction,
      fromPosition: toClientPosition(from),
      resolveLinkTos: resolveLinks,
      // The client cannot filter what it reads, so everything is asked for and filtered here.
      ...(filter === undefined && Number.isFinite(limit) && { maxCount: limit }),
    });
    let left = limit;
    try {
      for await (const resolved of reading) {
        const event = fromClientEvent(resolved);
        if (!matchesFilter(filter, originalOf(event))) continue;
        yield event;
        left -= 1;
        if (left <= 0) return;
      }
    } catch (thrown) {
      throw saysInvalidPosition(thrown) && typeof from === 'bigint' ? new StoreError(invalidPosition(from)) : thrown;
    }
  }

  subscribeToStream(stream: string, observer: SubscriptionObserver, options: SubscribeOptions = {}): Disposable {
    const { from = 'start', resolveLinks = false } = options;
    const open: RemoteSubscriptionPlan['open'] = (after) =>
      this.#client.subscribeToStream(stream, { fromRevision: after, resolveLinkTos: resolveLinks });
    return this.#subscribe({ stream, from, open }, observer);
  }

  subscribeToAll(observer: SubscriptionObserver, options: SubscribeAllOptions = {}): Disposable {
    const { from = 'start', resolveLinks = false, filter, checkpointEvery } = options;
    const open: RemoteSubscriptionPlan['open'] = (after, checkpoint) =>
      this.#client.subscribeToAll({
        fromPosition: toClientPosition(after),
        resolveLinkTos: resolveLinks,
        ...(filter !== undefined && { filter: this.#filter(filter, checkpointEvery, checkpoint) }),
      });
    return this.#subscribe({ stream: undefined, from, open }, observer);
  }

  deleteStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult> {
    return this.#delete(stream, expected, (expectedRevision) =>
      this.#client.deleteStream(stream, { expectedRevision }),
    );
  }

  tombstoneStream(stream: string, expected: ExpectedRevision): Promise<DeleteResult> {
    return this.#delete(stream, expected, (expectedRevision) =>
      this.#client.tombstoneStream(stream, { expectedRevision }),
    );
  }

  async readMetadata(stream: string): Promise<ReadMetadataResult> {
    const result = await this.readStream(metastreamOf(stream), { direction: 'backwards', limit: 1 });
    if (result.kind === 'streamNotFound') return { kind: 'metadata', metadata: {}, revision: 'noStream' };
    if (result.kind === 'streamDeleted') return { kind: 'streamDeleted', stream };
    if (result.kind !== 'events') return result;
    try {
      for await (const { event } of result.events) {
        if (event !== undefined)
          return { kind: 'metadata', metadata: parseStreamMetadata(event.data), revision: event.revision };
      }
      return { kind: 'metadata', metadata: {}, revision: 'noStream' };
    } catch (thrown) {
      return unavailable(thrown);
    }
  }

  writeMetadata(stream: string, metadata: StreamMetadata, expected: ExpectedRevision): Promise<AppendResult> {
    const event = systemEvent(systemTypes.metadata, formatStreamMetadata(metadata));
    return this.append(metastreamOf(stream), [event], expected);
  }

  dispose(): void {
    for (const subscription of [...this.#subscriptions]) {
      subscription.end({ kind: 'unavailable', reason: 'The connection to the store was closed.' });
    }
    this.#subscriptions.clear();
    this.#connection.dispose();
    this.#client.dispose().catch(() => {});
  }

  #subscribe(plan: RemoteSubscriptionPlan, observer: SubscriptionObserver): Disposable {
    const subscription = new RemoteSubscription(plan, observer, (state) => this.#connection.fire(state));
    this.#subscriptions.add(subscription);
    return {
      dispose: () => {
        this.#subscriptions.delete(subscription);
        subscription.dispose();
      },
    };
  }

  #filter(filter: EventFilter, checkpointEvery: number | undefined, checkpoint: (position: bigint) => void): Filter {
    const options = {
      ...(checkpointEvery !== undefined && { maxSearchWindow: checkpointEvery }),
      checkpointReached: (_subscription: unknown, position: { readonly commit: bigint }) => checkpoint(position.commit),
    };
    const make = filter.on === 'stream' ? this.#library.streamNameFilter : this.#library.eventTypeFilter;
    if ('regex' in filter.match) return make({ ...options, regex: filter.match.regex.source });
    return make({ ...options, prefixes: [...filter.match.prefixes] });
  }

  async #delete(
    stream: string,
    expected: ExpectedRevision,
    run: (expected: DeleteExpectedRevision) => Promise<ClientDeleteResult>,
  ): Promise<DeleteResult> {
    if (expected === 'streamExists') {
      const { kind } = await this.readStream(stream, { limit: 1 });
      if (kind === 'streamNotFound') return { kind: 'wrongExpectedRevision', stream, expected, actual: 'noStream' };
    }
    try {
      const { position } = await run(toClientDeleteRevision(expected === 'streamExists' ? 'any' : expected));
      return { kind: 'deleted', position: position?.commit ?? 0n };
    } catch (thrown) {
      const refusal = refusalFrom(thrown, { stream, expected });
      return refusal.kind === 'appendTooLarge' ? unavailable(thrown) : refusal;
    }
  }
}

async function* convert(
  first: IteratorResult<Parameters<typeof fromClientEvent>[0]>,
  rest: AsyncIterable<Parameters<typeof fromClientEvent>[0]>,
): AsyncGenerator<ResolvedEvent> {
  if (first.done === true) return;
  try {
    yield fromClientEvent(first.value);
    for await (const resolved of rest) yield fromClientEvent(resolved);
  } catch (thrown) {
    throw new Error(`The event store went away during a read: ${messageOf(thrown)}`, { cause: thrown });
  }
}
