import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import { Emitter, type Event } from '../../../base/emitter.ts';
import { messageOf } from '../../../base/errors.ts';
import type { SerialQueue } from '../../../base/serial-queue.ts';
import type { Branch } from '../../git/branches.ts';
import type { FetchOutcome } from '../../git/fetch.ts';
import type { Matrix } from '../matrix.ts';
import { changesSince, mergedRows } from './changes.ts';
import type { Clock } from './clock.ts';
import { type TimesAtStep, timesAfter } from './time-at-step.ts';

export interface FollowerParts {
  readonly clock: Clock;
  /** Every check runs in it, so that there are never two at once. */
  readonly turns: SerialQueue;
  fetch(signal: AbortSignal): Promise<FetchOutcome>;
  /** The branches to follow, as they are in the repository now. */
  list(): Promise<readonly Branch[]>;
  check(branches: readonly Branch[], signal: AbortSignal): Promise<Matrix>;
  /** What is shown; somebody may have it checked again at any time. */
  matrix(): Matrix;
  show(matrix: Matrix): void;
}

export interface FollowState {
  readonly since: Date;
  /** From the end of one round to the next fetch; milliseconds. */
  readonly interval: number;
  readonly activity:
    | { readonly kind: 'fetching' }
    | { readonly kind: 'checking'; readonly count: number }
    | { readonly kind: 'waiting'; readonly next: Date };
  readonly last: LastRound | undefined;
  readonly times: TimesAtStep;
}

export interface LastRound {
  /** When its fetch had ended. */
  readonly at: Date;
  /** How many branches had changed. */
  readonly changed: number;
  /** What was in the way, and what to do about it; following goes on all the same. */
  readonly problem: string | undefined;
}

/**
 * Keeps a matrix up to date: fetches, checks what has changed, and waits. While it waits nothing runs but its timer. What
 * is pushed during a round is met by the next one. Disposing it stops it at once, whatever it is doing.
 */
export class BranchFollower implements Disposable {
  readonly #parts: FollowerParts;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<FollowState>());
  readonly #abort = new AbortController();
  #state: FollowState;
  #timer: Disposable | undefined;

  constructor(parts: FollowerParts, interval: number) {
    this.#parts = parts;
    const since = parts.clock.now();
    const times = timesAfter(undefined, parts.matrix(), since);
    this.#state = { since, interval, activity: { kind: 'fetching' }, last: undefined, times };
  }

  get state(): FollowState {
    return this.#state;
  }

  get onDidChange(): Event<FollowState> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#abort.abort();
    this.#timer?.dispose();
    this.#owned.dispose();
  }

  /** Fetches at once, and from then on at the interval. */
  start(): void {
    void this.#parts.turns.run(() => this.#round());
  }

  /** Another interval begins with the time that is waited for already. */
  set interval(interval: number) {
    if (interval === this.#state.interval) return;
    this.#set({ interval });
    if (this.#state.activity.kind === 'waiting') this.#wait();
  }

  /** Tells it of a matrix that somebody else has had checked. */
  seen(matrix: Matrix): void {
    this.#set({ times: timesAfter(this.#state.times, matrix, this.#parts.clock.now()) });
  }

  async #round(): Promise<void> {
    if (this.#owned.isDisposed) return;
    this.#set({ activity: { kind: 'fetching' } });
    const { clock, fetch } = this.#parts;
    let at = clock.now();
    let problem: string | undefined;
    let changed = 0;
    try {
      const fetched = await fetch(this.#abort.signal);
      at = clock.now();
      if (fetched.kind === 'failed') problem = fetched.sentence;
      changed = await this.#checkChanged();
    } catch (error) {
      problem = `The branches could not be looked at: ${messageOf(error)}`;
    }
    if (this.#owned.isDisposed) return;
    this.#set({ last: { at, changed, problem } });
    this.#wait();
  }

  /** How many branches had changed. */
  async #checkChanged(): Promise<number> {
    const { list, check, matrix, show } = this.#parts;
    const branches = await list();
    const { changed, kept } = changesSince(matrix().rows, branches);
    let took = matrix().took;
    let checked: Matrix['rows'] = [];
    if (changed.length > 0) {
      this.#set({ activity: { kind: 'checking', count: changed.length } });
      ({ rows: checked, took } = await check(changed, this.#abort.signal));
    }
    if (this.#owned.isDisposed) return 0;
    const next = { rows: mergedRows(branches, kept, checked), took };
    show(next);
    this.seen(next);
    return changed.length;
  }

  #wait(): void {
    const { clock, turns } = this.#parts;
    const { interval } = this.#state;
    this.#timer?.dispose();
    this.#timer = clock.after(interval, () => void turns.run(() => this.#round()));
    this.#set({ activity: { kind: 'waiting', next: new Date(clock.now().getTime() + interval) } });
  }

  #set(part: Partial<FollowState>): void {
    this.#state = { ...this.#state, ...part };
    this.#changed.fire(this.#state);
  }
}
