import type { ResolvedEvent } from '../events.ts';

/** The part of a client's subscription that delivery needs. */
export interface Source {
  readonly readableLength: number;
  pause(): unknown;
  resume(): unknown;
}

type Task = () => void | Promise<void>;

const most = 256;

/**
 * Hands a client's subscription to an observer one thing at a time. The client tells *caught up*
 * and checkpoints as soon as it reads them, before the events still in its buffer: each of
 * them waits here until what came before it was handed over.
 */
export class Delivery {
  readonly #source: Source;
  readonly #deliver: (event: ResolvedEvent) => void | Promise<void>;
  readonly #failed: (thrown: unknown) => void;
  readonly #tasks: Task[] = [];
  readonly #marks: { readonly after: number; readonly task: Task }[] = [];
  #received = 0;
  #running = false;
  #stopped = false;

  constructor(
    source: Source,
    deliver: (event: ResolvedEvent) => void | Promise<void>,
    failed: (thrown: unknown) => void,
  ) {
    this.#source = source;
    this.#deliver = deliver;
    this.#failed = failed;
  }

  event(event: ResolvedEvent): void {
    this.#received += 1;
    this.#tasks.push(() => this.#deliver(event));
    this.#takeMarks();
    if (this.#tasks.length >= most) this.#source.pause();
    this.#run();
  }

  mark(task: Task): void {
    this.#marks.push({ after: this.#received + this.#source.readableLength, task });
    this.#takeMarks();
    this.#run();
  }

  stop(): void {
    this.#stopped = true;
  }

  #takeMarks(): void {
    while (this.#marks[0] !== undefined && this.#marks[0].after <= this.#received) {
      const mark = this.#marks.shift();
      if (mark !== undefined) this.#tasks.push(mark.task);
    }
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    this.#drain().then(
      () => {
        this.#running = false;
      },
      (thrown: unknown) => this.#failed(thrown),
    );
  }

  async #drain(): Promise<void> {
    for (let task = this.#tasks.shift(); task !== undefined && !this.#stopped; task = this.#tasks.shift()) {
      const wait = task();
      if (wait !== undefined) await wait;
      if (this.#tasks.length === 0) this.#source.resume();
    }
  }
}
