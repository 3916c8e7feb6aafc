import { messageOf } from '../base/errors.ts';

/** How events become state: where it starts, and one step. `evolve` may throw and must not change what it is given. */
export interface Folder<State, Event> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/** A state on the way, or the last good one before an event that could not be applied. */
export type Folded<State> =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'stuck'; readonly state: State; readonly at: number; readonly message: string };

/**
 * A stream folded once, with a snapshot every `every` events, so that the state after any number
 * of events is at most `every - 1` steps away however long the stream is.
 */
export class FoldedStream<State, Event> {
  readonly #folder: Folder<State, Event>;
  readonly #every: number;
  readonly #events: Event[] = [];
  readonly #snapshots: State[];
  #live: State;
  #stuck: { readonly at: number; readonly message: string } | undefined;

  constructor(folder: Folder<State, Event>, every = 256) {
    this.#folder = folder;
    this.#every = every;
    this.#live = folder.initial;
    this.#snapshots = [folder.initial];
  }

  get length(): number {
    return this.#events.length;
  }

  append(event: Event): void {
    this.#events.push(event);
    if (this.#stuck !== undefined) return;
    try {
      this.#live = this.#folder.evolve(this.#live, event);
    } catch (thrown) {
      this.#stuck = { at: this.#events.length - 1, message: messageOf(thrown) };
      return;
    }
    if (this.#events.length % this.#every === 0) this.#snapshots.push(this.#live);
  }

  /** The state after the first `count` events. */
  after(count: number): Folded<State> {
    const wanted = Math.max(0, Math.min(count, this.#events.length));
    const reachable = Math.min(wanted, this.#stuck?.at ?? wanted);
    const state = this.#fold(reachable);
    if (this.#stuck === undefined || wanted <= this.#stuck.at) return { kind: 'state', state };
    return { kind: 'stuck', state, ...this.#stuck };
  }

  #fold(count: number): State {
    if (count === this.#events.length) return this.#live;
    const nearest = Math.min(Math.floor(count / this.#every), this.#snapshots.length - 1);
    let state = this.#snapshots[nearest] ?? this.#folder.initial;
    for (let index = nearest * this.#every; index < count; index++) {
      const event = this.#events[index];
      if (event !== undefined) state = this.#folder.evolve(state, event);
    }
    return state;
  }
}
