/** Writes one value at a time and, when many are offered meanwhile, only the newest of them. */
export class LatestWrite<T> {
  readonly #write: (value: T) => Promise<void>;
  readonly #failed: (thrown: unknown) => void;
  #next: { readonly value: T } | undefined;
  #running: Promise<void> | undefined;

  /** `failed` is told of a write that was rejected; what was offered meanwhile is tried all the same. */
  constructor(write: (value: T) => Promise<void>, failed: (thrown: unknown) => void) {
    this.#write = write;
    this.#failed = failed;
  }

  offer(value: T): void {
    this.#next = { value };
    this.#running ??= this.#run();
  }

  /** Resolves when everything offered so far was written, or was overtaken by something newer that was. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#next; next !== undefined; next = this.#next) {
      this.#next = undefined;
      try {
        await this.#write(next.value);
      } catch (thrown) {
        this.#failed(thrown);
      }
    }
    this.#running = undefined;
  }
}
