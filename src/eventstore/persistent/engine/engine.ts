import { originalOf, type ResolvedEvent } from '../../events.ts';
import type { SubscriptionSettings } from '../settings.ts';
import { MessageBuffer } from './buffer.ts';
import { type Checkpointed, isCheckpointDue, nextCheckpointAt } from './checkpoint-policy.ts';
import { Consumer } from './consumer.ts';
import { type Flight, InFlight } from './in-flight.ts';
import { Ledger } from './ledger.ts';
import type { Link } from './linked-list.ts';
import type { Message, RefusalAction } from './message.ts';
import { type Strategy, strategyNamed } from './strategies/strategy.ts';

/** What the engine wants done. */
export type Effect =
  | { readonly kind: 'deliver'; readonly message: Message; readonly consumer: Consumer }
  /** Keep it for good, then say `parked`. */
  | { readonly kind: 'park'; readonly message: Message; readonly reason: string }
  /** Everything up to this place is done. */
  | { readonly kind: 'checkpoint'; readonly place: bigint }
  /** Parked messages before this revision were replayed and are done. */
  | { readonly kind: 'unpark'; readonly before: bigint };

/**
 * Decides what becomes of each message of a persistent subscription: who gets it, whether it comes
 * again, is parked, or is done, and what may be checkpointed. It does nothing itself: each of its
 * methods says what happened, and gives back what is to be done now. Times are milliseconds of
 * any clock that goes forwards.
 */
export class SubscriptionEngine {
  readonly #settings: SubscriptionSettings;
  readonly #strategy: Strategy;
  readonly #buffer: MessageBuffer;
  readonly #inFlight = new InFlight();
  readonly #consumers = new Set<Consumer>();
  /** Those that may have room for something that waits: nobody else need be thought of when messages are shared out. */
  readonly #free = new Set<Consumer>();
  readonly #arrived: Ledger;
  readonly #replayed = new Ledger(undefined);
  #checkpointed: Checkpointed;
  #unparkedBefore = 0n;
  #total = 0;

  /** `checkpoint`: where to go on from, the place itself left out; undefined when there is none. */
  constructor(settings: SubscriptionSettings, checkpoint: bigint | undefined, now: number) {
    this.#settings = settings;
    this.#strategy = strategyNamed(settings.strategy);
    this.#buffer = new MessageBuffer(settings);
    this.#arrived = new Ledger(checkpoint);
    this.#checkpointed = { count: 0, at: now };
  }

  /** Whether there is room for another event of the source. */
  get wantsMore(): boolean {
    return this.#buffer.hasRoom;
  }

  /** Whether there is so much room that reading on is worth while. */
  get wantsBatch(): boolean {
    return this.#buffer.hasRoomForBatch;
  }

  /** When to say `tick`, unless something else happens first. */
  get wakeAt(): number | undefined {
    const times = [
      this.#inFlight.nextExpiry,
      nextCheckpointAt(this.#arrived.doneUpTo, this.#checkpointed, this.#settings),
    ].filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  get figures() {
    const { historyCount, liveCount, retryCount } = this.#buffer;
    const outstanding = this.#inFlight.size;
    return { historyCount, liveCount, retryCount, outstanding, total: this.#total };
  }

  /** An event of the source, in the source's order. */
  arrived(event: ResolvedEvent, place: bigint, now: number): Effect[] {
    const arrival = this.#arrived.arrive(place);
    const message: Message = {
      id: originalOf(event).id,
      event,
      origin: { kind: 'source', place },
      arrival,
      retries: 0,
    };
    // What waited before had nobody to go to, and still has not.
    const effect = this.#deliver(this.#buffer.add(message), now);
    return effect === undefined ? [] : [effect];
  }

  /** An event of the source that is of no concern to this subscription. */
  skipped(place: bigint, now: number): Effect[] {
    this.#arrived.skip(place);
    return this.#checkpoint(now);
  }

  caughtUp(): void {
    this.#buffer.isLive = true;
  }

  /** A parked message that is to be tried again; a link whose target is gone is done at once. */
  replayed(event: ResolvedEvent, revision: bigint, now: number): Effect[] {
    if (event.event === undefined) {
      this.#replayed.skip(revision);
      return this.#unpark();
    }
    const arrival = this.#replayed.arrive(revision);
    const message: Message = { id: originalOf(event).id, event, origin: { kind: 'parked' }, arrival, retries: 0 };
    const effect = this.#deliver(this.#buffer.addAgain(message), now);
    return effect === undefined ? [] : [effect];
  }

  joined(limit: number, now: number): readonly [Consumer, Effect[]] {
    const consumer = new Consumer(limit, this.#settings.extraStatistics);
    this.#consumers.add(consumer);
    this.#free.add(consumer);
    this.#strategy.join(consumer);
    return [consumer, this.#dispatch(now)];
  }

  /** What the consumer had goes to the others, as often as that may be. */
  left(consumer: Consumer, now: number): Effect[] {
    if (!this.#consumers.delete(consumer)) return [];
    this.#strategy.leave(consumer);
    for (const { message } of this.#inFlight.of(consumer)) {
      this.#land(message.id, now);
      this.#buffer.addAgain({ ...message, retries: message.retries + 1 });
    }
    for (const other of this.#consumers) this.#free.add(other);
    this.#free.delete(consumer);
    return this.#dispatch(now);
  }

  paused(consumer: Consumer): void {
    consumer.isPaused = true;
  }

  resumed(consumer: Consumer, now: number): Effect[] {
    consumer.isPaused = false;
    this.#free.add(consumer);
    return this.#dispatch(now);
  }

  /** Late is better than never: what was to come again does not. Ids of what is done already are passed over. */
  acknowledged(ids: readonly string[], now: number): Effect[] {
    for (const id of ids) this.#finish(this.#land(id, now)?.message ?? this.#buffer.takeBack(id));
    return this.#goOn(now);
  }

  /** Ids of what is not in flight (any more) are passed over: it comes again anyhow, or is done. */
  refused(ids: readonly string[], action: RefusalAction, reason: string, now: number): Effect[] {
    const effects = ids.flatMap((id) => {
      const flight = this.#land(id, now);
      return flight === undefined ? [] : this.#refuse(flight.message, action, reason);
    });
    return [...effects, ...this.#goOn(now)];
  }

  /** What was to be parked is kept for good now. */
  parked(message: Message, now: number): Effect[] {
    this.#finish(message);
    return this.#goOn(now);
  }

  /** Time has passed: what took too long comes again. */
  tick(now: number): Effect[] {
    const effects = this.#inFlight.expiredAt(now).flatMap(({ message }) => {
      this.#land(message.id, now);
      return this.#again(message);
    });
    return [...effects, ...this.#goOn(now)];
  }

  #refuse(message: Message, action: RefusalAction, reason: string): Effect[] {
    if (action === 'retry' || action === 'unknown') return this.#again(message);
    if (action === 'park') return [{ kind: 'park', message, reason: `Client explicitly NAK'ed message.\n${reason}` }];
    this.#finish(message);
    return [];
  }

  #again(message: Message): Effect[] {
    const { maxRetryCount } = this.#settings;
    if (message.retries >= maxRetryCount) {
      return [{ kind: 'park', message, reason: `Reached retry count of ${maxRetryCount}` }];
    }
    this.#buffer.addAgain({ ...message, retries: message.retries + 1 });
    return [];
  }

  /** A message comes back from its consumer, whatever is to become of it. */
  #land(id: string, now: number): Flight | undefined {
    const flight = this.#inFlight.take(id);
    if (flight === undefined) return undefined;
    const { consumer, message, began } = flight;
    consumer.inFlight -= 1;
    this.#free.add(consumer);
    consumer.measurements?.add(now - began);
    this.#strategy.settled?.(message, consumer);
    return flight;
  }

  #finish(message: Message | undefined): void {
    if (message === undefined) return;
    const ledger = message.origin.kind === 'parked' ? this.#replayed : this.#arrived;
    ledger.done(message.arrival);
  }

  #goOn(now: number): Effect[] {
    return [...this.#checkpoint(now), ...this.#unpark(), ...this.#dispatch(now)];
  }

  #checkpoint(now: number): Effect[] {
    const done = this.#arrived.doneUpTo;
    if (done === undefined || !isCheckpointDue(done, this.#checkpointed, now, this.#settings)) return [];
    this.#checkpointed = { count: done.count, at: now };
    return [{ kind: 'checkpoint', place: done.place }];
  }

  #unpark(): Effect[] {
    const done = this.#replayed.doneUpTo;
    if (done === undefined || done.place < this.#unparkedBefore) return [];
    this.#unparkedBefore = done.place + 1n;
    return [{ kind: 'unpark', before: this.#unparkedBefore }];
  }

  /** Shares out what waits, until nobody who was freed has room or nothing is left that they may have. */
  #dispatch(now: number): Effect[] {
    const effects: Effect[] = [];
    for (const link of this.#buffer.links()) {
      if (!this.#someoneIsFree) return effects;
      const effect = this.#deliver(link, now);
      if (effect !== undefined) effects.push(effect);
    }
    this.#free.clear();
    return effects;
  }

  get #someoneIsFree(): boolean {
    for (const consumer of this.#free) {
      if (consumer.hasRoom) return true;
      this.#free.delete(consumer);
    }
    return false;
  }

  #deliver(link: Link<Message>, now: number): Effect | undefined {
    const message = link.value;
    // An id can come twice; consumers could not say which of the two they mean.
    if (this.#inFlight.has(message.id)) return undefined;
    const consumer = this.#strategy.choose(message);
    if (consumer === undefined) return undefined;
    this.#buffer.remove(link);
    return this.#take(message, consumer, now);
  }

  #take(message: Message, consumer: Consumer, now: number): Effect {
    const { messageTimeout } = this.#settings;
    const expires = messageTimeout === 0 ? Number.POSITIVE_INFINITY : now + messageTimeout;
    this.#inFlight.add({ message, consumer, began: now, expires });
    this.#total += 1;
    consumer.total += 1;
    consumer.inFlight += 1;
    return { kind: 'deliver', message, consumer };
  }
}
