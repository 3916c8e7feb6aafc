import { messageOf } from '../base/errors.ts';
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

/** Whatever was thrown while the store was read, as the refusal it amounts to. */
export function asRefusal(thrown: unknown): StoreUnavailable {
  if (thrown instanceof StoreError) return thrown.refusal;
  return { kind: 'unavailable', reason: `The store could not be read: ${messageOf(thrown)}` };
}

/** What was written once is not found where it has to be. */
export function goneFrom(stream: string, revision: bigint): StoreUnavailable {
  return { kind: 'unavailable', why: 'damaged', reason: `Event ${revision} of ${stream} is not there any more.` };
}

/** Positions are places in a log, not a count: one that nobody was told is not read from by guessing. */
export function invalidPosition(position: bigint): StoreUnavailable {
  return { kind: 'unavailable', why: 'invalidPosition', reason: `There is no record at position ${position}.` };
}
