import type { Reference, ReferenceFold } from '../../timeline/reference.ts';
import type { StateAt } from '../../timeline/state-at.ts';
import { storedEvent } from './stored-event.ts';
import type { StreamReader } from './stream-reader.ts';

/** What if that event had never happened: the reference's fold of the same stream without it. */
export class WhatIfFold {
  /** Of the timeline. */
  readonly entry: number;
  readonly #event: number;
  readonly #reader: StreamReader;
  readonly #fold: ReferenceFold;

  constructor(reference: Reference, entry: number, event: number, reader: StreamReader) {
    this.entry = entry;
    this.#event = event;
    this.#reader = reader;
    this.#fold = reference.newFold();
  }

  /** After so many events of the stream, the one left out counted too. */
  after(count: number): StateAt {
    while (this.#fold.length < count) {
      const index = this.#fold.length;
      const event = index === this.#event ? undefined : this.#reader.event(index);
      this.#fold.append(event === undefined ? undefined : storedEvent(event));
    }
    return this.#fold.after(count);
  }
}
