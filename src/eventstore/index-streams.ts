import type { RecordedEvent } from './events.ts';
import { PageSize } from './page-size.ts';
import type { EventStorage } from './storage.ts';
import { indexStreamsOf } from './stream-names.ts';

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
  readonly #known = new Map<string, number[]>();
  /** What the storage's index lacks yet; undefined until somebody needs to know. */
  #rest: Indexed[] | undefined;
  #insertedUnread = 0;

  constructor(storage: EventStorage) {
    this.#storage = storage;
  }

  /** Positions of the events that the stream links to, by the link's revision; as numbers, which take a third of the room. */
  positionsIn(stream: string): readonly number[] {
    const known = this.#known.get(stream);
    if (known !== undefined) return known;
    const positions = this.#storage.readIndex(stream);
    for (const event of this.#readRest()) {
      if (indexStreamsOf(event).includes(stream)) positions.push(Number(event.position));
    }
    this.#known.set(stream, positions);
    return positions;
  }

  /** Call after inserting an event. */
  inserted({ position, stream, type }: RecordedEvent): void {
    if (this.#rest === undefined) this.#insertedUnread += 1;
    else this.#rest.push({ position, stream, type });
    if (this.#known.size === 0) return;
    for (const index of indexStreamsOf({ stream, type })) this.#known.get(index)?.push(Number(position));
  }

  /** Call before a transaction ends. */
  keep(): void {
    if ((this.#rest?.length ?? this.#insertedUnread) < enough) return;
    const rest = this.#readRest();
    const last = rest.at(-1);
    if (last === undefined) return;
    this.#storage.keepIndex(positionsByStream(rest), last.position);
    this.#rest = [];
  }

  /** Call when inserts were rolled back. */
  forget(): void {
    this.#known.clear();
    this.#rest = undefined;
    this.#insertedUnread = 0;
  }

  #readRest(): Indexed[] {
    this.#rest ??= [...eventsAfter(this.#storage, this.#storage.indexedUntil())];
    return this.#rest;
  }
}

function* eventsAfter(storage: EventStorage, position: bigint): Generator<Indexed> {
  const pageSize = new PageSize();
  for (let from = position + 1n; ; ) {
    const page = storage.readAll(from, 'forwards', pageSize.events);
    for (const { position, stream, type } of page) yield { position, stream, type };
    const last = page.at(-1);
    if (last === undefined) return;
    pageSize.learnFrom(page);
    from = last.position + 1n;
  }
}

/** Which events stand in which index stream. */
export function positionsByStream(events: readonly Indexed[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const event of events) {
    for (const stream of indexStreamsOf(event)) {
      const known = positions.get(stream);
      if (known === undefined) positions.set(stream, [Number(event.position)]);
      else known.push(Number(event.position));
    }
  }
  return positions;
}
