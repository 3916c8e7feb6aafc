import { messageOf } from '../../base/errors.ts';
import type { StoreUnavailable } from '../results.ts';
import { StoreError } from '../store-error.ts';

/** Something to be decided and written; runs inside a transaction, all of it or nothing. */
type Job = () => () => void;

/** What became of a transaction. */
export type Settled = { readonly kind: 'committed' } | { readonly kind: 'failed'; readonly refusal: StoreUnavailable };

/**
 * Group commit: what arrives while the event loop turns once is written in one transaction, and
 * nobody hears of it before that transaction is durable. After a failed write nobody can say
 * what the disk holds, so every further one is refused until the store is opened again.
 */
export class WriteQueue {
  readonly #transact: <T>(work: () => T) => T;
  readonly #settled: (outcome: Settled) => void;
  #jobs: { readonly run: Job; readonly refuse: (refusal: StoreUnavailable) => void }[] = [];
  #refusal: StoreUnavailable | undefined;

  /** `settled` is told after each transaction, before anybody who waits is answered. */
  constructor(transact: <T>(work: () => T) => T, settled: (outcome: Settled) => void) {
    this.#transact = transact;
    this.#settled = settled;
  }

  write<T>(decide: () => T): Promise<T | StoreUnavailable> {
    const refusal = this.#refusal;
    if (refusal !== undefined) return Promise.resolve(refusal);
    return new Promise((resolve) => {
      const run = () => {
        const result = decide();
        return () => resolve(result);
      };
      this.#jobs.push({ run, refuse: resolve });
      if (this.#jobs.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Writes what waits, now. */
  flush(): void {
    const jobs = this.#jobs;
    if (jobs.length === 0) return;
    this.#jobs = [];
    let answers: (() => void)[];
    try {
      answers = this.#transact(() => jobs.map((job) => job.run()));
    } catch (thrown) {
      const refusal = refusalFor(thrown);
      this.refuseFromNowOn(refusal);
      this.#settled({ kind: 'failed', refusal });
      for (const { refuse } of jobs) refuse(refusal);
      return;
    }
    this.#settled({ kind: 'committed' });
    for (const answer of answers) answer();
  }

  /** The first reason stays. */
  refuseFromNowOn(refusal: StoreUnavailable): void {
    this.#refusal ??= refusal;
  }
}

function refusalFor(thrown: unknown): StoreUnavailable {
  if (thrown instanceof StoreError) return thrown.refusal;
  return {
    kind: 'unavailable',
    reason: `The store could not write (${messageOf(thrown)}). It takes nothing more until it is opened again; all that was acknowledged is kept.`,
  };
}
