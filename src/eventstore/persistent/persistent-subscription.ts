import type { Disposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../event-store.ts';
import { originalOf } from '../events.ts';
import type { SubscriptionEnd } from '../results.ts';
import { Checkpoints } from './checkpoints.ts';
import type { ConsumerConnection, ConsumerObserver, ConsumerOptions } from './connection.ts';
import { type SubscriptionDefinition, startOf } from './definition.ts';
import type { Consumer } from './engine/consumer.ts';
import { type Effect, SubscriptionEngine } from './engine/engine.ts';
import type { Message } from './engine/message.ts';
import { Feed } from './feed.ts';
import { type ConnectionInfo, type SubscriptionInfo, ThroughputMeter } from './info.ts';
import { LatestWrite } from './latest-write.ts';
import { ParkingLot } from './parking-lot.ts';
import { keyOf, nameOf } from './source.ts';

interface Connected {
  readonly observer: ConsumerObserver;
  readonly options: ConsumerOptions;
  readonly meter: ThroughputMeter;
}

/** One persistent subscription at work: it does over a store and its consumers what the engine decides. */
export class PersistentSubscription implements Disposable {
  readonly definition: SubscriptionDefinition;
  readonly key: string;
  readonly #engine: SubscriptionEngine;
  readonly #feed: Feed;
  readonly #lot: ParkingLot;
  readonly #checkpointWrite: LatestWrite<bigint>;
  readonly #truncation: LatestWrite<bigint>;
  readonly #connections = new Map<Consumer, Connected>();
  readonly #meter = new ThroughputMeter(performance.now());
  #timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;
  #lastCheckpoint: bigint | undefined;
  #lastKnown: bigint | undefined;
  #isCaughtUp = false;
  /** Why it does nothing any more. */
  #fault: string | undefined;
  #isDisposed = false;

  /** Goes on from the checkpoint, or begins where the definition says. Throws an `Error` when the store cannot say where that is. */
  static async start(
    store: EventStore,
    definition: SubscriptionDefinition,
    now: () => number,
  ): Promise<PersistentSubscription> {
    const key = keyOf(nameOf(definition.source), definition.group);
    const checkpoints = new Checkpoints(store, definition.source, key);
    const lot = new ParkingLot(store, key, now);
    const checkpoint = await checkpoints.load();
    await lot.load();
    return new PersistentSubscription(store, definition, key, checkpoints, lot, checkpoint);
  }

  private constructor(
    store: EventStore,
    definition: SubscriptionDefinition,
    key: string,
    checkpoints: Checkpoints,
    lot: ParkingLot,
    checkpoint: bigint | undefined,
  ) {
    this.definition = definition;
    this.key = key;
    this.#lot = lot;
    this.#lastCheckpoint = checkpoint;
    const { source, settings } = definition;
    const failed = (thrown: unknown) => this.#fail(messageOf(thrown));
    this.#checkpointWrite = new LatestWrite(async (place) => {
      await checkpoints.save(place);
      this.#lastCheckpoint = place;
    }, failed);
    this.#truncation = new LatestWrite((before) => lot.truncate(before), failed);
    const engine = new SubscriptionEngine(settings, checkpoint, performance.now());
    this.#engine = engine;
    this.#feed = new Feed(store, source, settings.resolveLinks, checkpoint ?? startOf(definition), {
      arrived: (event, place) => {
        this.#lastKnown = place;
        this.#do(engine.arrived(event, place, performance.now()));
      },
      skipped: (place) => this.#do(engine.skipped(place, performance.now())),
      caughtUp: () => {
        this.#isCaughtUp = true;
        engine.caughtUp();
      },
      ended: (end) => this.#fail(sentenceOf(end)),
      get wantsMore() {
        return engine.wantsMore;
      },
    });
  }

  /** Undefined when there are as many consumers as there may be. */
  connect(observer: ConsumerObserver, options: ConsumerOptions): ConsumerConnection | undefined {
    const { maxSubscriberCount } = this.definition.settings;
    if (maxSubscriberCount > 0 && this.#connections.size >= maxSubscriberCount) return undefined;
    observer.connected(this.key);
    const [consumer, effects] = this.#engine.joined(options.limit, performance.now());
    this.#connections.set(consumer, { observer, options, meter: new ThroughputMeter(performance.now()) });
    this.#do(effects);
    if (this.#fault !== undefined) this.#drop(this.#fault);
    return this.#connectionOf(consumer);
  }

  /** Tries parked messages again: all of them, or those before a revision. Resolves when they are on their way. */
  async replayParked(stopAt: bigint | undefined): Promise<void> {
    for await (const event of this.#lot.replay(stopAt)) {
      this.#do(this.#engine.replayed(event, originalOf(event).revision, performance.now()));
    }
  }

  info(): SubscriptionInfo {
    const now = performance.now();
    const { historyCount, liveCount, retryCount, outstanding, total } = this.#engine.figures;
    return {
      ...this.definition,
      status: this.#isCaughtUp && !this.#feed.isWaiting ? 'Live' : 'Behind',
      connections: [...this.#connections].map((entry) => connectionInfo(...entry, now)),
      throughput: this.#meter.read(total, now),
      lastCheckpoint: this.#lastCheckpoint,
      lastKnown: this.#lastKnown,
      historyBufferCount: historyCount,
      liveBufferCount: liveCount,
      retryBufferCount: retryCount,
      outstandingCount: outstanding,
      parkedCount: this.#lot.count,
    };
  }

  /** As `dispose`, and resolves when nothing of it is written any more, so that another may take over. */
  async stop(): Promise<void> {
    this.dispose();
    await this.#checkpointWrite.settled();
    await this.#truncation.settled();
  }

  /** Drops every consumer. What they have not acknowledged is delivered when the subscription starts again. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#feed.dispose();
    clearTimeout(this.#timer?.handle);
    this.#drop(undefined);
  }

  #connectionOf(consumer: Consumer): ConsumerConnection {
    const now = () => performance.now();
    return {
      acknowledge: (ids) => this.#do(this.#engine.acknowledged(ids, now())),
      refuse: (ids, action, reason) => this.#do(this.#engine.refused(ids, action, reason, now())),
      resume: () => this.#do(this.#engine.resumed(consumer, now())),
      dispose: () => {
        this.#connections.delete(consumer);
        this.#do(this.#engine.left(consumer, now()));
      },
    };
  }

  #do(effects: readonly Effect[]): void {
    if (this.#isDisposed || this.#fault !== undefined) return;
    for (const effect of effects) this.#perform(effect);
    if (this.#feed.isWaiting && this.#engine.wantsBatch) this.#feed.resume();
    this.#setTimer();
  }

  #perform(effect: Effect): void {
    switch (effect.kind) {
      case 'deliver': {
        const { consumer, message } = effect;
        const takesMore = this.#connections.get(consumer)?.observer.message(message.event, message.retries);
        if (takesMore === false) this.#engine.paused(consumer);
        break;
      }
      case 'park':
        this.#park(effect.message, effect.reason);
        break;
      case 'checkpoint':
        this.#checkpointWrite.offer(effect.place);
        break;
      case 'unpark':
        this.#truncation.offer(effect.before);
        break;
    }
  }

  #park(message: Message, reason: string): void {
    this.#lot.park(message, reason).then(
      () => this.#do(this.#engine.parked(message, performance.now())),
      (thrown: unknown) => this.#fail(messageOf(thrown)),
    );
  }

  /** One timer, for the next thing that is due. */
  #setTimer(): void {
    const at = this.#engine.wakeAt;
    if (at === undefined || (this.#timer !== undefined && this.#timer.at <= at)) return;
    clearTimeout(this.#timer?.handle);
    const wake = () => {
      this.#timer = undefined;
      this.#do(this.#engine.tick(performance.now()));
    };
    const handle = setTimeout(wake, Math.min(Math.max(0, Math.ceil(at - performance.now())), longestTimer));
    handle.unref();
    this.#timer = { at, handle };
  }

  /** What cannot be remembered must not be promised: nobody gets anything until the subscription is started again. */
  #fail(reason: string): void {
    if (this.#fault !== undefined || this.#isDisposed) return;
    this.#fault = reason;
    this.#feed.dispose();
    clearTimeout(this.#timer?.handle);
    this.#drop(reason);
  }

  #drop(reason: string | undefined): void {
    const dropped = [...this.#connections.values()];
    this.#connections.clear();
    for (const { observer } of dropped) observer.dropped(reason);
  }
}

/** Node's timers take 31 bits. */
const longestTimer = 2 ** 31 - 1;

function connectionInfo(consumer: Consumer, { options, meter }: Connected, now: number): ConnectionInfo {
  const { from, user, connectionName, limit } = options;
  return {
    from,
    user,
    connectionName,
    throughput: meter.read(consumer.total, now),
    availableSlots: limit - consumer.inFlight,
    inFlight: consumer.inFlight,
    measurements: consumer.measurements?.summary() ?? [],
  };
}

function sentenceOf(end: SubscriptionEnd): string {
  switch (end.kind) {
    case 'streamDeleted':
      return `The stream ${end.stream} is deleted.`;
    case 'unavailable':
      return end.reason;
    case 'observerFailed':
      return messageOf(end.thrown);
  }
}
