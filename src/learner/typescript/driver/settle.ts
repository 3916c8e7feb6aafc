import { getFrom, PromiseOf, whenSettled } from './primordials.ts';

/** Waits for what a call returned: a promise for its result, anything else is its own result. */
export function settle(value: unknown, done: (value: unknown) => void, failed: (failure: unknown) => void): void {
  if (!isThenable(value)) return done(value);
  whenSettled(new PromiseOf<unknown>((resolve) => resolve(value)), done, failed);
}

export function isThenable(value: unknown): boolean {
  const holds = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return holds && typeof getFrom(value, 'then') === 'function';
}
