import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Possibility, Problem } from '../../panel/contract.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { type Moment, nothingYet } from '../../timeline/moment.ts';
import { type Commanded, LearnerFold } from './learner-fold.ts';

/** Events told at a stretch; in between it is said how far it got, and commands have their turn. */
const stretch = 1_000;

/** Keeps the learner's own fold of a stream up with it; starts over when the code or the question changes. */
export class OwnFold implements Disposable {
  readonly #openCode: () => Promise<LearnerSession>;
  readonly #event: (index: number) => EventSeen | undefined;
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
  #queue: Promise<void> = Promise.resolve();

  constructor(openCode: () => Promise<LearnerSession>, event: (index: number) => EventSeen | undefined) {
    this.#openCode = openCode;
    this.#event = event;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether the first `events` can be shown as the learner's code folds them, by now. */
  possibility(events: number): Possibility {
    if (this.#problem !== undefined) return { kind: 'not', why: 'Your code cannot be run right now.' };
    if (this.#fold !== undefined && this.#told >= events) return { kind: 'possible' };
    const [told, all] = [this.#told, this.#wanted].map((count) => count.toLocaleString('en'));
    return { kind: 'not', why: `Your code has folded ${told} of ${all} events.` };
  }

  /** Whether commands can be given. */
  get isThere(): boolean {
    return this.#fold !== undefined && this.#problem === undefined;
  }

  /** How many events the learner's code was told. */
  get told(): number {
    return this.#told;
  }

  moment(events: number): Moment {
    return this.#fold?.moments[events] ?? nothingYet;
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

  /** Asks a fresh game that was told the first `events`. */
  async command(events: number, command: GameCommand): Promise<Commanded> {
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
      const opened = await LearnerFold.open(await this.#openCode());
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
    return Array.from({ length: to - from }, (_, nth) => this.#event(from + nth));
  }

  #close(): void {
    this.#fold?.dispose();
    this.#fold = undefined;
    this.#told = 0;
    this.#telling = false;
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (this.#owned.isDisposed) return;
      try {
        await task();
      } catch (thrown) {
        this.#problem = { headline: 'Your code could not be asked.', why: messageOf(thrown), place: null };
      }
      this.#changed.fire();
    });
    return this.#queue;
  }
}

const notReady: Problem = {
  headline: 'Your code is not running.',
  why: 'Save the file again; commands go through your own Game.',
  place: null,
};
