import { Measurements } from './measurements.ts';

/** What the engine knows of one connection that reads messages. */
export class Consumer {
  /** Messages it may have at a time. */
  readonly limit: number;
  readonly measurements: Measurements | undefined;
  inFlight = 0;
  /** It takes nothing until it says so: its connection is full. */
  isPaused = false;
  /** Messages it was ever given. */
  total = 0;

  constructor(limit: number, measures: boolean) {
    this.limit = limit;
    this.measurements = measures ? new Measurements() : undefined;
  }

  get hasRoom(): boolean {
    return !this.isPaused && this.inFlight < this.limit;
  }
}
