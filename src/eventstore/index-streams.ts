import type { EventHeader, EventStorage } from './storage.ts';
import { categoryOf, type IndexStream, systemTypes } from './stream-names.ts';

const pageSize = 4096;

/**
 * What EventStoreDB's standard projections `$by_category` and `$by_event_type` keep: which events
 * stand in `$ce-…` and `$et-…`. Found out by going through the store on first use and kept up
 * from there, so that an append costs nothing for it.
 */
export class IndexStreams {
  readonly #storage: EventStorage;
  readonly #positions = { category: new Map<string, number[]>(), type: new Map<string, number[]>() };
  #next = 1n;

  constructor(storage: EventStorage) {
    this.#storage = storage;
  }

  /** Positions of the events that the stream links to, by the link's revision; as numbers, which take a third of the room. */
  positionsIn({ by, key }: IndexStream): readonly number[] {
    this.#catchUp();
    return this.#positions[by].get(key) ?? [];
  }

  #catchUp(): void {
    for (;;) {
      const page = this.#storage.readHeaders(this.#next, pageSize);
      for (const header of page) this.#add(header);
      const last = page.at(-1);
      if (last === undefined) return;
      this.#next = last.position + 1n;
    }
  }

  #add({ position, stream, type }: EventHeader): void {
    if (type === systemTypes.link) return;
    const category = categoryOf(stream);
    if (category !== undefined) push(this.#positions.category, category, position);
    push(this.#positions.type, type, position);
  }
}

function push(positions: Map<string, number[]>, key: string, position: bigint): void {
  const known = positions.get(key);
  if (known === undefined) positions.set(key, [Number(position)]);
  else known.push(Number(position));
}
