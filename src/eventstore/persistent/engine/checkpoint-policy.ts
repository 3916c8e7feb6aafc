import type { SubscriptionSettings } from '../settings.ts';
import type { Mark } from './ledger.ts';

/** The last checkpoint: how far it went, and when it was decided on. */
export interface Checkpointed {
  readonly count: number;
  readonly at: number;
}

/** Many messages call for a checkpoint at once, fewer of them when the time has come. */
export function isCheckpointDue(
  done: Mark | undefined,
  last: Checkpointed,
  now: number,
  settings: SubscriptionSettings,
): boolean {
  const finished = finishedSince(done, last);
  if (finished <= 0) return false;
  if (finished >= settings.maxCheckpointCount) return true;
  const dueAt = nextCheckpointAt(done, last, settings);
  return dueAt !== undefined && dueAt <= now;
}

/** When time alone will call for a checkpoint; undefined when it will not. */
export function nextCheckpointAt(
  done: Mark | undefined,
  last: Checkpointed,
  { checkpointAfter, minCheckpointCount }: SubscriptionSettings,
): number | undefined {
  const finished = finishedSince(done, last);
  if (checkpointAfter === 0 || finished <= 0 || finished < minCheckpointCount) return undefined;
  return last.at + checkpointAfter;
}

function finishedSince(done: Mark | undefined, last: Checkpointed): number {
  return done === undefined ? 0 : done.count - last.count;
}
