import type { Disposable } from '../../base/disposable.ts';
import type { EventStore, SubscriptionObserver } from '../event-store.ts';
import { originalOf, type RecordedEvent, type ResolvedEvent } from '../events.ts';
import type { SubscriptionEnd } from '../results.ts';
import type { Place } from './place.ts';
import type { QuerySources } from './protocol.ts';
import { onlyStreamOf, selectionOf } from './selection.ts';

/** An event for the projection, and where it stood. */
export interface FedEvent {
  readonly kind: 'event' | 'deleted';
  readonly place: Place;
  readonly resolved: ResolvedEvent;
  readonly event: RecordedEvent;
}

export interface FeedObserver {
  /** There is something to take, or everything stored was taken. */
  woken(): void;
  ended(end: SubscriptionEnd): void;
}

/** Events held ready, and bytes of them, before the store has to wait. */
const mostEvents = 512;
const mostBytes = 4 * 1024 * 1024;

/** Brings what a projection reads, in the store's order and no faster than it is taken. */
export class Feed implements Disposable {
  readonly #observer: FeedObserver;
  readonly #stream: string | undefined;
  readonly #select: ReturnType<typeof selectionOf>;
  readonly #subscription: Disposable;
  #ready: FedEvent[] = [];
  #bytes = 0;
  #resume: (() => void) | undefined;
  #seen: Place | undefined;
  #isCaughtUp = false;
  /** Events that were looked at and are not for the projection, since somebody set this to zero. */
  skipped = 0;

  /** Begins behind `after`. */
  constructor(store: EventStore, sources: QuerySources, after: Place | undefined, observer: FeedObserver) {
    this.#observer = observer;
    this.#stream = onlyStreamOf(sources);
    this.#select = selectionOf(sources);
    this.#seen = after;
    const options = { from: after === undefined ? ('start' as const) : after.at };
    const listener: SubscriptionObserver = {
      event: (event) => this.#take(event),
      caughtUp: () => {
        this.#isCaughtUp = true;
        observer.woken();
      },
      ended: (end) => observer.ended(end),
    };
    this.#subscription =
      this.#stream === undefined
        ? store.subscribeToAll(listener, { ...options, resolveLinks: resolvesLinks(sources) })
        : store.subscribeToStream(this.#stream, listener, { ...options, resolveLinks: true });
  }

  /** Everything that is stored was brought and taken. */
  get isDone(): boolean {
    return this.#isCaughtUp && this.#ready.length === 0;
  }

  get held(): number {
    return this.#ready.length;
  }

  /** The place of the last event that was looked at, wanted or not; what is held ready comes before it. */
  get seen(): Place | undefined {
    return this.#seen;
  }

  /** Events that wait, the oldest first. */
  take(count: number): readonly FedEvent[] {
    const taken = this.#ready.splice(0, count);
    for (const { event } of taken) this.#bytes -= sizeOf(event);
    if (this.#ready.length < mostEvents / 2) {
      this.#resume?.();
      this.#resume = undefined;
    }
    return taken;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#resume?.();
  }

  #take(resolved: ResolvedEvent): void | Promise<void> {
    const place = this.#placeOf(originalOf(resolved));
    this.#seen = place;
    const kind = this.#select(resolved);
    if (kind === undefined || resolved.event === undefined) {
      this.skipped += 1;
      return undefined;
    }
    this.#ready.push({ kind, place, resolved, event: resolved.event });
    this.#bytes += sizeOf(resolved.event);
    this.#observer.woken();
    if (this.#ready.length < mostEvents && this.#bytes < mostBytes) return undefined;
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  #placeOf({ position, revision }: RecordedEvent): Place {
    return this.#stream === undefined
      ? { kind: 'all', at: position }
      : { kind: 'stream', stream: this.#stream, at: revision };
  }
}

/** Links among all events are left out unless they are asked for; what links in a stream lead to stands in it. */
function resolvesLinks({ allStreams, includeLinks }: QuerySources): boolean {
  return includeLinks || !allStreams;
}

function sizeOf({ data, metadata }: RecordedEvent): number {
  return data.length + metadata.length;
}
