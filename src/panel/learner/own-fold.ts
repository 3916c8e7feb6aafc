import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import type { CommandData } from '../../domain/aggregate.ts';
import type { Possibility, Problem } from '../../pages/panel/state.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { type StateAt, unknownState } from '../../timeline/state-at.ts';
import type { OwnCode } from '../own-code.ts';
import { type Commanded, LearnerFold } from './learner-fold.ts';

/** Events told at a stretch; in between it is said how far it got, and commands have their turn. */
const stretch = 1_000;

/** Where the events come from. */
export interface FoldedEvents {
  event(index: number): EventSeen | undefined;
  /** Every state is shown under this id. */
  id(): string | undefined;
}

/** Keeps the learner's own fold of a stream up with it; starts over when the code or the question changes. */
export class OwnFold implements Disposable {
  readonly #code: OwnCode;
  readonly #stream: FoldedEvents;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  #fold: LearnerFold | undefined;
  #problem: Problem | undefined;
  #skipped: number | undefined;
  #wanted = 0;
  #told = 0;
  /** The next stretch is in the queue already. */
  #telling = false;
  readonly #queue = new SerialQueue();

  constructor(code: OwnCode, stream: FoldedEvents) {
    this.#code = code;
    this.#stream = stream;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether the first `events` can be shown as the learner's code folds them, by now. */
  possibility(events: number): Possibility {
    if (this.#problem !== undefined) return { kind: 'not', why: 'Your code cannot be run right now.' };
    if (this.#fold !== undefined && this.#told >= events) return { kind: 'possible' };
    const [told, all] = [this.#told, this.#wanted].map((count) => count.toLocaleString('en'));
    return { kind: 'not', why: `Your code has applied ${told} of ${all} events.` };
  }

  /** Whether commands can be given. */
  get isThere(): boolean {
    return this.#fold !== undefined && this.#problem === undefined;
  }

  /** How many events the learner's code was told. */
  get told(): number {
    return this.#told;
  }

  stateAt(events: number): StateAt {
    return this.#fold?.states[events] ?? unknownState;
  }

  /** There are so many events now. */
  follow(events: number): void {
    if (events === this.#wanted && this.#fold !== undefined) return;
    this.#wanted = events;
    if (!this.#telling) void this.#enqueue(() => this.#tell());
  }

  skip(event: number | undefined, events: number): void {
    if (this.#skipped === event) return;
    this.#skipped = event;
    void this.restart(events);
  }

  restart(events: number): Promise<void> {
    this.#wanted = events;
    return this.#enqueue(async () => {
      this.#close();
      await this.#tell();
    });
  }

  /** Asks a fresh one that was told the first `events`. */
  async command(events: number, command: CommandData): Promise<Commanded> {
    let commanded: Commanded = { kind: 'problem', problem: this.#problem ?? notReady };
    await this.#enqueue(async () => {
      const told = this.#eventsBetween(0, events).filter((event) => event !== undefined);
      if (this.#fold !== undefined) commanded = await this.#fold.command(told, command);
    });
    return commanded;
  }

  dispose(): void {
    this.#close();
    this.#owned.dispose();
  }

  async #tell(): Promise<void> {
    if (this.#fold === undefined) {
      const opened = await LearnerFold.open(this.#code, this.#stream.id());
      if (opened.kind === 'problem') {
        this.#problem = opened.problem;
        return;
      }
      this.#fold = opened.fold;
    }
    const upTo = Math.min(this.#wanted, this.#told + stretch);
    const told = this.#eventsBetween(this.#told, upTo).map((event, nth) =>
      this.#told + nth === this.#skipped ? undefined : event,
    );
    const problem = await this.#fold.tell(told);
    this.#told = upTo;
    this.#problem = problem;
    if (problem !== undefined) this.#close();
    // A command need not wait until a long stream is told to its end.
    this.#telling = problem === undefined && this.#told < this.#wanted;
    if (this.#telling) void this.#enqueue(() => this.#tell());
  }

  #eventsBetween(from: number, to: number): readonly (EventSeen | undefined)[] {
    return Array.from({ length: to - from }, (_, nth) => this.#stream.event(from + nth));
  }

  #close(): void {
    this.#fold?.dispose();
    this.#fold = undefined;
    this.#told = 0;
    this.#telling = false;
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#owned.isDisposed) return;
      try {
        await task();
      } catch (thrown) {
        this.#problem = { headline: 'Your code could not be asked.', why: messageOf(thrown), location: null };
      }
      this.#changed.fire();
    });
  }
}

const notReady: Problem = {
  headline: 'Your code is not running.',
  why: 'Save the file again; commands go through your own code.',
  location: null,
};
