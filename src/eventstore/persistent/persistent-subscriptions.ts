import type { Disposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../event-store.ts';
import { originalOf } from '../events.ts';
import type { EventFilter } from '../filter.ts';
import { lastPosition } from '../last-position.ts';
import { firstEvent } from './bookkeeping.ts';
import { ConfigStream } from './config-stream.ts';
import type { ConsumerObserver, ConsumerOptions } from './connection.ts';
import type { SubscriptionDefinition } from './definition.ts';
import { PersistentSubscription } from './persistent-subscription.ts';
import type {
  ChangeResult,
  ConnectResult,
  CreateResult,
  InfoResult,
  ListResult,
  SubscriptionDoesNotExist,
  SubscriptionFailed,
} from './results.ts';
import { problemWith, type SubscriptionSettings } from './settings.ts';
import { allName, checkpointStreamOf, keyOf, nameOf, parkedStreamOf, type Source } from './source.ts';

/** Names a persistent subscription: the stream's name or `$all`, and the group's. */
export interface SubscriptionName {
  readonly source: string;
  readonly group: string;
}

export interface CreateRequest extends SubscriptionName {
  readonly settings: SubscriptionSettings;
  /** Of `$all` only. */
  readonly filter?: EventFilter | undefined;
  readonly user: string;
}

const doesNotExist: SubscriptionDoesNotExist = { kind: 'doesNotExist' };

/** All persistent subscriptions of a store. What they are is kept in the store, as EventStoreDB keeps it. */
export class PersistentSubscriptions implements Disposable {
  readonly #store: EventStore;
  readonly #now: () => number;
  readonly #config: ConfigStream;
  #running = new Map<string, PersistentSubscription>();
  /** What the next change waits for: they happen one after the other. */
  #turn: Promise<unknown>;
  /** Why there are none, though there may be some in the store. */
  #problem: string | undefined;
  #isDisposed = false;

  /** Starts those that the store has; the store stays its owner's. `now` gives milliseconds since 1970. */
  constructor(store: EventStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
    this.#config = new ConfigStream(store, now);
    this.#turn = this.#load();
  }

  create(request: CreateRequest): Promise<CreateResult> {
    return this.#change(async () => {
      const key = keyOf(request.source, request.group);
      if (this.#running.has(key)) return { kind: 'exists' };
      const definition = await this.#define(request, sourceOf(request.source, request.filter));
      if ('kind' in definition) return definition;
      // What is left of one that was deleted is not to be taken up again.
      await this.#forget(key);
      await this.#config.save([...this.#definitions(), definition], request.user);
      return this.#start(definition);
    });
  }

  /** Its consumers are dropped; it goes on from its checkpoint under the new settings. Its filter stays. */
  update(request: CreateRequest): Promise<ChangeResult> {
    return this.#change(async () => {
      const before = this.#running.get(keyOf(request.source, request.group));
      if (before === undefined) return doesNotExist;
      const definition = await this.#define(request, before.definition.source);
      if ('kind' in definition) return definition;
      await this.#config.save(
        this.#definitions().map((known) => (known === before.definition ? definition : known)),
        request.user,
      );
      await before.stop();
      return this.#start(definition);
    });
  }

  delete({ source, group }: SubscriptionName, user: string): Promise<ChangeResult> {
    return this.#change(async () => {
      const key = keyOf(source, group);
      const subscription = this.#running.get(key);
      if (subscription === undefined) return doesNotExist;
      await this.#config.save(
        this.#definitions().filter((known) => known !== subscription.definition),
        user,
      );
      this.#running.delete(key);
      await subscription.stop();
      await this.#forget(key);
      return { kind: 'done' };
    });
  }

  replayParked(name: SubscriptionName, stopAt?: bigint): Promise<ChangeResult> {
    return this.#change(async () => {
      const subscription = this.#running.get(keyOf(name.source, name.group));
      if (subscription === undefined) return doesNotExist;
      if (stopAt !== undefined && stopAt < 0n) {
        return { kind: 'failed', reason: 'Cannot stop replaying parked messages at a negative revision.' };
      }
      await subscription.replayParked(stopAt);
      return { kind: 'done' };
    });
  }

  /** Drops every consumer and starts again from what is stored. */
  restart(): Promise<SubscriptionFailed | { readonly kind: 'done' }> {
    const restarted = this.#turn.then(async () => {
      const running = [...this.#running.values()];
      this.#running.clear();
      await Promise.all(running.map((subscription) => subscription.stop()));
      await this.#load();
      return this.#problem === undefined ? { kind: 'done' as const } : this.#failed(this.#problem);
    });
    this.#turn = restarted;
    return restarted;
  }

  async info({ source, group }: SubscriptionName): Promise<InfoResult> {
    await this.#turn;
    if (this.#problem !== undefined) return this.#failed(this.#problem);
    const subscription = this.#running.get(keyOf(source, group));
    return subscription === undefined ? doesNotExist : { kind: 'info', info: subscription.info() };
  }

  /** Those of a stream, or of `$all`, or all there are. */
  async list(source?: string): Promise<ListResult> {
    await this.#turn;
    if (this.#problem !== undefined) return this.#failed(this.#problem);
    const infos = [...this.#running.values()]
      .filter(({ definition }) => source === undefined || nameOf(definition.source) === source)
      .map((subscription) => subscription.info());
    return source !== undefined && infos.length === 0 ? doesNotExist : { kind: 'list', infos };
  }

  async connect(name: SubscriptionName, observer: ConsumerObserver, options: ConsumerOptions): Promise<ConnectResult> {
    await this.#turn;
    if (this.#problem !== undefined) return this.#failed(this.#problem);
    const subscription = this.#running.get(keyOf(name.source, name.group));
    if (subscription === undefined) return doesNotExist;
    const connection = subscription.connect(observer, options);
    return connection === undefined ? { kind: 'maximumSubscribersReached' } : { kind: 'connected', connection };
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopAll();
  }

  #definitions(): SubscriptionDefinition[] {
    return [...this.#running.values()].map(({ definition }) => definition);
  }

  #stopAll(): void {
    for (const subscription of this.#running.values()) subscription.dispose();
    this.#running.clear();
  }

  /** One change after the other, and none before what is stored was read. */
  #change<T>(work: () => Promise<T>): Promise<T | SubscriptionFailed> {
    const changed = this.#turn.then(async () => {
      if (this.#problem !== undefined) return this.#failed(this.#problem);
      try {
        return await work();
      } catch (thrown) {
        return this.#failed(messageOf(thrown));
      }
    });
    this.#turn = changed;
    return changed;
  }

  async #load(): Promise<void> {
    this.#problem = undefined;
    try {
      for (const definition of await this.#config.load()) {
        await this.#start(await this.#withEnd(definition));
      }
    } catch (thrown) {
      this.#stopAll();
      this.#problem = `The persistent subscriptions of this store could not be started: ${messageOf(thrown)}`;
    }
  }

  async #start(definition: SubscriptionDefinition): Promise<{ readonly kind: 'done' }> {
    const subscription = await PersistentSubscription.start(this.#store, definition, this.#now);
    if (this.#isDisposed) subscription.dispose();
    else this.#running.set(subscription.key, subscription);
    return { kind: 'done' };
  }

  async #define(
    { source: name, group, settings }: CreateRequest,
    source: Source,
  ): Promise<SubscriptionDefinition | SubscriptionFailed> {
    if (name === '') return this.#failed('Bad stream name.');
    const problem = problemWith(settings);
    if (problem !== undefined) return this.#failed(problem);
    const { startFrom } = settings;
    if (source.kind === 'all' && typeof startFrom === 'bigint' && startFrom > (await this.#endOf(source))) {
      return this.#failed(
        'Invalid Start From position: commit position must be less than or equal to the last commit position in the transaction file.',
      );
    }
    return this.#withEnd({ source, group, settings, liveFrom: undefined });
  }

  async #withEnd(definition: SubscriptionDefinition): Promise<SubscriptionDefinition> {
    const { source, settings, liveFrom } = definition;
    if (liveFrom !== undefined) return definition;
    if (settings.startFrom === 'end') return { ...definition, liveFrom: await this.#endOf(source) };
    if (source.kind === 'stream' || settings.startFrom === 'start') return definition;
    return { ...definition, liveFrom: await this.#positionBefore(settings.startFrom) };
  }

  /** Subscriptions to `$all` begin behind a record, and the place before a record is no record's. */
  async #positionBefore(place: bigint): Promise<bigint> {
    let before = 0n;
    for await (const event of this.#store.readAll()) {
      const { position } = originalOf(event);
      if (position >= place) break;
      before = position;
    }
    return before;
  }

  async #endOf(source: Source): Promise<bigint> {
    if (source.kind === 'all') return lastPosition(this.#store);
    const last = await firstEvent(this.#store, source.stream, { direction: 'backwards' });
    return last === undefined ? -1n : originalOf(last).revision;
  }

  async #forget(key: string): Promise<void> {
    for (const stream of [checkpointStreamOf(key), parkedStreamOf(key)]) await this.#store.deleteStream(stream, 'any');
  }

  #failed(reason: string): SubscriptionFailed {
    return { kind: 'failed', reason };
  }
}

function sourceOf(name: string, filter: EventFilter | undefined): Source {
  return name === allName ? { kind: 'all', filter } : { kind: 'stream', stream: name };
}
