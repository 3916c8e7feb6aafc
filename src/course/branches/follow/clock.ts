import { type Disposable, toDisposable } from '../../../base/disposable.ts';

/** The time, and somebody to wait for it; a test has one of its own. */
export interface Clock {
  now(): Date;
  /** Calls back once, so many milliseconds from now, unless it is disposed before. */
  after(milliseconds: number, call: () => void): Disposable;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return toDisposable(() => clearTimeout(timer));
  },
};
