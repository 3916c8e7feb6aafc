import type { RecordedEvent } from '../events.ts';
import { PageSize } from '../page-size.ts';
import { indexStreamsOf } from '../stream-names.ts';
import { LinkPositions } from './link-positions.ts';
import type { EventStorage } from './storage.ts';

/** Events whose places are kept together: so many that an append pays next to nothing for it. */
const enough = 4096;

type Indexed = Pick<RecordedEvent, 'position' | 'stream' | 'type'>;

/**
 * What EventStoreDB's standard projections `$by_category` and `$by_event_type` keep: which events
 * stand in `$ce-…` and `$et-…`. The storage keeps it a few thousand events at a time, in the
 * transaction of the append that made them enough; the rest is found in the events themselves.
 */
export class IndexStreams {
  readonly #storage: EventStorage;
  /** Of the streams that somebody asked for, whole. */
  readonly #known = new Map<string, LinkPositions>();
  /** What the storage's index lacks yet; undefined until somebody needs to know. */
  #rest: PositionsByStream | undefined;
  #insertedUnread = 0;

  constructor(storage: EventStorage) {
    this.#storage = storage;
  }

  /** Positions of the events that the stream links to; as numbers, which take a third of the room. */
  positionsIn(stream: string): LinkPositions {
    const known = this.#known.get(stream);
    if (known !== undefined) return known;
    const positions = new LinkPositions(this.#storage.readIndex(stream), this.#readRest().of(stream));
    this.#known.set(stream, positions);
    return positions;
  }

  /** Call after inserting an event. */
  inserted(event: RecordedEvent): void {
    if (this.#rest === undefined) this.#insertedUnread += 1;
    else this.#rest.add(event);
    if (this.#known.size === 0) return;
    for (const index of indexStreamsOf(event)) this.#known.get(index)?.push(Number(event.position));
  }

  /** Call before a transaction ends. */
  keep(): void {
    if ((this.#rest?.events ?? this.#insertedUnread) < enough) return;
    const rest = this.#readRest();
    this.#storage.keepIndex(rest.byStream, this.#storage.lastPosition());
    this.#rest = new PositionsByStream();
  }

  /** Call when inserts were rolled back. */
  forget(): void {
    this.#known.clear();
    this.#rest = undefined;
    this.#insertedUnread = 0;
  }

  #readRest(): PositionsByStream {
    this.#rest ??= PositionsByStream.of(eventsAfter(this.#storage, this.#storage.indexedUntil()));
    return this.#rest;
  }
}

function* eventsAfter(storage: EventStorage, position: bigint): Generator<Indexed> {
  const pageSize = new PageSize();
  for (let from = position + 1n; ; ) {
    const page = storage.readAll(from, 'forwards', pageSize.events);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    pageSize.learnFrom(page);
    from = last.position + 1n;
  }
}

/** Which events stand in which index stream. */
export class PositionsByStream {
  readonly byStream = new Map<string, number[]>();
  events = 0;
  /** Events of the same stream and type often follow each other. */
  #last: { readonly stream: string; readonly type: string; readonly into: readonly number[][] } | undefined;

  static of(events: Iterable<Indexed>): PositionsByStream {
    const positions = new PositionsByStream();
    for (const event of events) positions.add(event);
    return positions;
  }

  add({ position, stream, type }: Indexed): void {
    if (this.#last?.stream !== stream || this.#last.type !== type) {
      this.#last = { stream, type, into: indexStreamsOf({ stream, type }).map((name) => this.#positionsOf(name)) };
    }
    for (const positions of this.#last.into) positions.push(Number(position));
    this.events += 1;
  }

  of(stream: string): readonly number[] {
    return this.byStream.get(stream) ?? [];
  }

  #positionsOf(name: string): number[] {
    const known = this.byStream.get(name);
    if (known !== undefined) return known;
    const made: number[] = [];
    this.byStream.set(name, made);
    return made;
  }
}
