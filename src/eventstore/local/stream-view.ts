import type { Direction } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import { linkTo } from '../link.ts';
import { StoreError } from '../store-error.ts';
import type { StreamMetadata } from '../stream-metadata.ts';
import { indexStreamsOf, isIndexStream } from '../stream-names.ts';
import type { IndexStreams } from './index-streams.ts';
import type { LinkPositions } from './link-positions.ts';
import type { EventStorage } from './storage.ts';
import { hasNoEvents, type StreamState, type StreamStates } from './stream-states.ts';

/** The part of a stream that can be seen at this moment. */
export type StreamView =
  | {
      readonly kind: 'found';
      readonly first: bigint;
      readonly last: bigint;
      /** Events created before this (milliseconds since 1970) have aged away. */
      readonly notBefore: number;
      /** Both ends must lie within the view; from `from` on, itself included. */
      slice(from: bigint, direction: Direction, limit: number): RecordedEvent[];
    }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'deleted' };

export type FoundStream = Extract<StreamView, { kind: 'found' }>;

/** Looks at streams, stored ones and those that are kept by the standard projections alike. */
export class StreamViews {
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

  of(stream: string): StreamView {
    if (isIndexStream(stream)) return this.#viewOfIndex(stream, this.#index.positionsIn(stream));
    const state = this.#states.of(stream);
    if (state.tombstoned) return { kind: 'deleted' };
    if (hasNoEvents(state)) return { kind: 'notFound' };
    return {
      kind: 'found',
      first: firstVisible(state),
      last: state.last,
      notBefore: notBefore(state.metadata, this.#now()),
      slice: (from, direction, limit) => this.#storage.readStream(stream, from, direction, limit),
    };
  }

  /** One event, if it can be seen. */
  eventAt(stream: string, revision: bigint): RecordedEvent | undefined {
    const view = this.of(stream);
    if (view.kind !== 'found' || revision < view.first || revision > view.last) return undefined;
    const [event] = view.slice(revision, 'forwards', 1);
    return event === undefined || event.created < view.notBefore ? undefined : event;
  }

  /** The event at a position that the index gave; it must belong to the index's stream. */
  #indexed(stream: string, position: number): RecordedEvent {
    const [event] = this.#storage.readAll(BigInt(position), 'forwards', 1);
    if (event?.position === BigInt(position) && indexStreamsOf(event).includes(stream)) return event;
    const reason = `The index of ${stream} names position ${position}, where no event of it is.`;
    throw new StoreError({ kind: 'unavailable', why: 'damaged', reason });
  }

  #viewOfIndex(stream: string, positions: LinkPositions): StreamView {
    if (positions.length === 0) return { kind: 'notFound' };
    const linkAt = (revision: number): RecordedEvent[] => {
      const position = positions.at(revision);
      return position === undefined ? [] : [linkTo(this.#indexed(stream, position), stream, BigInt(revision))];
    };
    return {
      kind: 'found',
      first: 0n,
      last: BigInt(positions.length - 1),
      notBefore: Number.NEGATIVE_INFINITY,
      slice: (from, direction, limit) => {
        const step = direction === 'forwards' ? 1 : -1;
        return Array.from({ length: Math.min(limit, positions.length) }, (_, n) => Number(from) + n * step).flatMap(
          linkAt,
        );
      },
    };
  }
}

function firstVisible({ last, metadata: { maxCount, truncateBefore = 0n } }: StreamState): bigint {
  const byCount = maxCount === undefined ? 0n : last - maxCount + 1n;
  return byCount > truncateBefore ? byCount : truncateBefore;
}

function notBefore({ maxAge }: StreamMetadata, now: number): number {
  return maxAge === undefined ? Number.NEGATIVE_INFINITY : now - Number(maxAge) * 1000;
}
