import { type Link, LinkedList } from './linked-list.ts';

/** How far something has come: a place, and how many things arrived up to there. */
export interface Mark {
  readonly place: bigint;
  readonly count: number;
}

interface Entry {
  /** What had arrived before; undefined for the very first. */
  readonly before: Mark | undefined;
}

export type Arrival = Link<Entry>;

/**
 * Knows which of the things that arrived in order are still to be done, in whatever order they
 * are done. What is checkpointed follows from it: never past anything that is still to be done.
 */
export class Ledger {
  readonly #open = new LinkedList<Entry>();
  #newest: Mark | undefined;

  /** `from`: everything up to there was done before. */
  constructor(from: bigint | undefined) {
    this.#newest = from === undefined ? undefined : { place: from, count: 0 };
  }

  /** Something that is to be done; hand the arrival back when it is. */
  arrive(place: bigint): Arrival {
    const arrival = this.#open.push({ before: this.#newest });
    this.skip(place);
    return arrival;
  }

  /** Something with which there is nothing to be done. */
  skip(place: bigint): void {
    this.#newest = { place, count: (this.#newest?.count ?? 0) + 1 };
  }

  done(arrival: Arrival): void {
    this.#open.remove(arrival);
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Up to here nothing is left to be done; undefined when that cannot be said of any place. */
  get doneUpTo(): Mark | undefined {
    const { first } = this.#open;
    return first === undefined ? this.#newest : first.value.before;
  }
}
