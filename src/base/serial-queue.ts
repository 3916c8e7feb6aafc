/** Runs one task at a time, in the order asked. A task that fails rejects for whoever asked, and the next one runs. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();
  #length = 0;

  /** How many tasks run or wait. */
  get length(): number {
    return this.#length;
  }

  run<T>(task: () => T | Promise<T>): Promise<T> {
    this.#length++;
    const result = this.#last.then(task).finally(() => {
      this.#length--;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
