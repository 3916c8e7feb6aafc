import { messageOf } from '../base/errors.ts';
import type { StoreUnavailable } from './results.ts';

/** Something to be decided and written; runs inside a transaction, all of it or nothing. */
type Job = () => () => void;

/**
 * Group commit: what arrives while the event loop turns once is written in one transaction, and
 * nobody hears of it before that transaction is durable. After a failed write nobody can say
 * what the disk holds, so every further one is refused until the store is opened again.
 */
export class WriteQueue {
  readonly #transact: <T>(work: () => T) => T;
  readonly #settled: (outcome: 'committed' | 'failed') => void;
  #jobs: { readonly run: Job; readonly refuse: (refusal: StoreUnavailable) => void }[] = [];
  #refusal: StoreUnavailable | undefined;

  /** `settled` is told after each transaction, before anybody who waits is answered. */
  constructor(transact: <T>(work: () => T) => T, settled: (outcome: 'committed' | 'failed') => void) {
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
      this.refuseFromNowOn(
        `The store could not write (${messageOf(thrown)}). It takes nothing more until it is opened again; all that was acknowledged is kept.`,
      );
      this.#settled('failed');
      for (const { refuse } of jobs) refuse(this.#refusal ?? { kind: 'unavailable', reason: messageOf(thrown) });
      return;
    }
    this.#settled('committed');
    for (const answer of answers) answer();
  }

  refuseFromNowOn(reason: string): void {
    this.#refusal ??= { kind: 'unavailable', reason };
  }
}
