import type { StoreUnavailable } from './results.ts';

/** Thrown where a read fails on its way; everything that can be foreseen is a result instead. */
export class StoreError extends Error {
  readonly refusal: StoreUnavailable;

  constructor(refusal: StoreUnavailable) {
    super(refusal.reason);
    this.name = 'StoreError';
    this.refusal = refusal;
  }
}

/** Positions are places in a log, not a count: one that nobody was told is not read from by guessing. */
export function invalidPosition(position: bigint): StoreUnavailable {
  return { kind: 'unavailable', why: 'invalidPosition', reason: `There is no record at position ${position}.` };
}
