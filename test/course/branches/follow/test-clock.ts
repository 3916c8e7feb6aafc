import { type Disposable, toDisposable } from '../../../../src/base/disposable.ts';
import type { Clock } from '../../../../src/course/branches/follow/clock.ts';

interface Alarm {
  readonly at: number;
  readonly call: () => void;
}

/** A clock that goes on when it is told to. */
export class TestClock implements Clock {
  readonly #alarms = new Set<Alarm>();
  #now = new Date(2024, 6, 10, 10).getTime();

  /** How many wait for it. */
  get waiting(): number {
    return this.#alarms.size;
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(milliseconds: number, call: () => void): Disposable {
    const alarm = { at: this.#now + milliseconds, call };
    this.#alarms.add(alarm);
    return toDisposable(() => this.#alarms.delete(alarm));
  }

  /** Lets time pass, and calls whoever waited for it. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const alarm of [...this.#alarms].filter(({ at }) => at <= this.#now)) {
      this.#alarms.delete(alarm);
      alarm.call();
    }
  }
}
