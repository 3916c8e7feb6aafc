import type { RefusedEntry, SilentEntry } from '../../timeline/entry.ts';

/** What came to nothing, and how many events there were when it did. */
interface Rejected {
  readonly after: number;
  readonly entry: RefusedEntry | SilentEntry;
}

/**
 * The commands that came to nothing, put between the events of a stream that knows nothing of
 * them. There are few of them and may be very many events, so only these are kept.
 */
export class RejectedCommands {
  readonly #rejected: Rejected[] = [];

  get length(): number {
    return this.#rejected.length;
  }

  add(after: number, entry: RefusedEntry | SilentEntry): void {
    this.#rejected.push({ after, entry });
  }

  /** What stands at a place of the timeline: a rejected command, or which event. */
  at(place: number): RefusedEntry | SilentEntry | number {
    let before = 0;
    for (const [nth, { after, entry }] of this.#rejected.entries()) {
      if (place === after + nth) return entry;
      if (place > after + nth) before++;
    }
    return place - before;
  }

  /** The place of the n-th event. */
  placeOf(event: number): number {
    return event + this.#rejected.filter(({ after }) => after <= event).length;
  }

  /** How many of the first `stop` places are events. */
  eventsWithin(stop: number): number {
    return stop - this.#rejected.filter(({ after }, nth) => after + nth < stop).length;
  }
}
