import type { Disposable } from '../../base/disposable.ts';
import type { EventStore, SubscriptionObserver } from '../event-store.ts';
import { originalOf, type ResolvedEvent } from '../events.ts';
import { matchesFilter } from '../filter.ts';
import type { SubscriptionEnd } from '../results.ts';
import { isKeptFromAll, placeIn, type Source } from './source.ts';

/** Takes what a source brings, in its order. */
export interface FeedSink {
  arrived(event: ResolvedEvent, place: bigint): void;
  /** The filter left it out. */
  skipped(place: bigint): void;
  caughtUp(): void;
  ended(end: SubscriptionEnd): void;
  /** Whether there is room for more; when there is none the feed waits for `resume`. */
  readonly wantsMore: boolean;
}

/** Brings the events of a stream or of `$all`, no faster than they are taken. */
export class Feed implements Disposable {
  readonly #source: Source;
  readonly #sink: FeedSink;
  readonly #subscription: Disposable;
  #resume: (() => void) | undefined;

  /** `after`: the last place that is not wanted; undefined for none. */
  constructor(store: EventStore, source: Source, resolveLinks: boolean, after: bigint | undefined, sink: FeedSink) {
    this.#source = source;
    this.#sink = sink;
    const options = { from: after === undefined || after < 0n ? ('start' as const) : after, resolveLinks };
    const observer: SubscriptionObserver = {
      event: (event) => this.#take(event),
      caughtUp: () => sink.caughtUp(),
      ended: (end) => sink.ended(end),
    };
    this.#subscription =
      source.kind === 'all'
        ? store.subscribeToAll(observer, options)
        : store.subscribeToStream(source.stream, observer, options);
  }

  /** There is more than could be taken so far. */
  get isWaiting(): boolean {
    return this.#resume !== undefined;
  }

  resume(): void {
    this.#resume?.();
    this.#resume = undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.resume();
  }

  #take(event: ResolvedEvent): void | Promise<void> {
    const record = originalOf(event);
    const place = placeIn(this.#source, record);
    if (this.#source.kind === 'stream') this.#sink.arrived(event, place);
    else if (isKeptFromAll(record)) return undefined;
    else if (matchesFilter(this.#source.filter, record)) this.#sink.arrived(event, place);
    else this.#sink.skipped(place);
    if (this.#sink.wantsMore) return undefined;
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }
}
