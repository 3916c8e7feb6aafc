import type { Direction } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import type { IndexPage } from './link-positions.ts';
import { type EventStorage, tombstoneRevision } from './storage.ts';

interface MemoryStream {
  readonly events: RecordedEvent[];
  readonly revisionsById: Map<string, bigint>;
  tombstone: RecordedEvent | undefined;
}

/** Keeps everything in memory and nothing longer than the process lives. */
export class MemoryStorage implements EventStorage {
  readonly #all: RecordedEvent[] = [];
  readonly #streams = new Map<string, MemoryStream>();
  readonly #index = new Map<string, number[]>();
  #indexedUntil = 0n;
  #isClosed = false;

  transact<T>(work: () => T): T {
    return work();
  }

  insert(event: RecordedEvent, findable: boolean): void {
    const stream = this.#streamFor(event.stream);
    this.#all.push(event);
    if (event.revision === tombstoneRevision) stream.tombstone = event;
    else stream.events.push(event);
    if (findable) stream.revisionsById.set(event.id, event.revision);
  }

  lastPosition(): bigint {
    return this.#all.at(-1)?.position ?? 0n;
  }

  lastRevision(name: string): bigint | undefined {
    const stream = this.#streams.get(name);
    return (stream?.tombstone ?? stream?.events.at(-1))?.revision;
  }

  revisionOfId(stream: string, id: string): bigint | undefined {
    return this.#streams.get(stream)?.revisionsById.get(id);
  }

  readStream(name: string, from: bigint, direction: Direction, limit: number): RecordedEvent[] {
    this.#insistOnOpen();
    const stream = this.#streams.get(name);
    if (stream === undefined) return [];
    if (from === tombstoneRevision && stream.tombstone !== undefined) return [stream.tombstone];
    return slice(stream.events, Number(from), direction, limit);
  }

  readAll(from: bigint, direction: Direction, limit: number): RecordedEvent[] {
    this.#insistOnOpen();
    const index = this.#indexOf(from);
    const isThere = this.#all[index]?.position === from;
    return slice(this.#all, direction === 'forwards' || isThere ? index : index - 1, direction, limit);
  }

  readIndex(stream: string): readonly IndexPage[] {
    const kept = [...(this.#index.get(stream) ?? [])];
    return kept.length === 0 ? [] : [{ first: 0, count: kept.length, positions: () => kept }];
  }

  keepIndex(positions: ReadonlyMap<string, readonly number[]>, until: bigint): void {
    for (const [stream, added] of positions) {
      const kept = this.#index.get(stream);
      if (kept === undefined) this.#index.set(stream, [...added]);
      else for (const position of added) kept.push(position);
    }
    this.#indexedUntil = until;
  }

  indexedUntil(): bigint {
    return this.#indexedUntil;
  }

  close(): void {
    this.#isClosed = true;
    this.#all.length = 0;
    this.#streams.clear();
    this.#index.clear();
  }

  /** Of the first event at this position or after it. */
  #indexOf(position: bigint): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.position ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What was emptied must not look as if it had ended. */
  #insistOnOpen(): void {
    if (this.#isClosed) throw new Error('The store was closed.');
  }

  #streamFor(name: string): MemoryStream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const created: MemoryStream = { events: [], revisionsById: new Map(), tombstone: undefined };
    this.#streams.set(name, created);
    return created;
  }
}

function slice(events: readonly RecordedEvent[], from: number, direction: Direction, limit: number): RecordedEvent[] {
  if (direction === 'forwards') return events.slice(Math.max(from, 0), Math.max(from, 0) + limit);
  const end = Math.min(from + 1, events.length);
  return end <= 0 ? [] : events.slice(Math.max(end - limit, 0), end).reverse();
}
