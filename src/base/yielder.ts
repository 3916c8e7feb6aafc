import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds of work at a stretch: less than half a frame, so that nobody who types notices. */
const stretch = 6;

/** Gives the rest of the editor a turn, again and again, while something long goes on. */
export class Yielder {
  #since = performance.now();

  /** To be awaited where a long work may pause; undefined while there is no need to. */
  pause(): Promise<void> | undefined {
    return performance.now() - this.#since < stretch ? undefined : this.#turn();
  }

  async #turn(): Promise<void> {
    await turn();
    this.#since = performance.now();
  }
}
