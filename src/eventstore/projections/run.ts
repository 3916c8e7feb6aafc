import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import type { EventStore } from '../event-store.ts';
import type { ProjectionDefinition } from './definition.ts';
import { type FedEvent, Feed } from './feed.ts';
import { projectedEvent } from './items.ts';
import { describePlace, type Place } from './place.ts';
import { ProjectionProcess } from './process/projection-process.ts';
import type { ItemOutcome, ProcessAnswer, ProcessItem, ProcessLimits, QuerySources } from './protocol.ts';
import { onlyStreamOf, streamPartitionOf } from './selection.ts';
import { Emitter } from './storage/emitter.ts';
import type { ProjectionMemory } from './storage/memory.ts';

export interface RunObserver {
  /** Nothing more happens after this. */
  faulted(reason: string): void;
  /** The end of what is stored was reached by one that stops there. */
  completed(): void;
}

export interface RunOptions {
  readonly store: EventStore;
  readonly definition: ProjectionDefinition;
  readonly memory: ProjectionMemory;
  readonly limits: ProcessLimits;
  readonly observer: RunObserver;
}

/** An event on its way through the code. */
interface Item extends ProcessItem {
  readonly fed: FedEvent;
}

/** Events given to the code at a time. */
const batch = 128;
/** A checkpoint is written after so many events that were handled, or looked at in vain, and soon after the last one. */
const handledAtMost = 2_000;
const skippedAtMost = 10_000;
/** Milliseconds. */
const soon = 300;

/** Thrown to fault the projection. */
class Fault extends Error {}

/** A projection at work: reads, lets the code fold, writes what it emits, and keeps checkpoints. */
export class ProjectionRun {
  readonly #options: RunOptions;
  readonly #process: ProjectionProcess;
  readonly #queue = new SerialQueue();
  #sources: QuerySources | undefined;
  #feed: Feed | undefined;
  #emitter: Emitter | undefined;
  #isOver = false;
  #isWoken = false;
  #unsaved = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Events handled since it was started. */
  handled = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#process = new ProjectionProcess(options.limits);
  }

  get waiting(): number {
    return this.#feed?.held ?? 0;
  }

  /** Compiles the code and begins to read. The answer is why that could not be. */
  async start(): Promise<string | undefined> {
    const { store, definition, memory, limits } = this.#options;
    const answer = await this.#process.ask({ kind: 'compile', query: definition.query, limits });
    const problem = answer.kind === 'failed' ? answer.reason : this.#begin(answer, store, definition, memory);
    if (problem !== undefined) this.dispose();
    return problem;
  }

  /** Without a checkpoint it stops at once; with one it ends what it is at. */
  async stop(withCheckpoint: boolean): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#feed?.dispose();
    if (!withCheckpoint) this.#process.dispose();
    try {
      await this.#queue.run(() => (withCheckpoint ? this.#save() : undefined));
    } finally {
      this.#process.dispose();
    }
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#feed?.dispose();
    this.#process.dispose();
  }

  /** The result that the code makes of a state. */
  async resultOf(state: string): Promise<ProcessAnswer> {
    return this.#process.ask({ kind: 'transform', state });
  }

  #begin(
    answer: ProcessAnswer,
    store: EventStore,
    definition: ProjectionDefinition,
    memory: ProjectionMemory,
  ): string | undefined {
    if (answer.kind !== 'compiled') return 'The process of the projection said something else.';
    if (this.#isOver) return undefined;
    const { sources, initial } = answer;
    const mismatch = mismatchOf(sources, memory.place);
    if (mismatch !== undefined) return mismatch;
    this.#sources = sources;
    if (memory.root === undefined && (sources.partitioned === 'no' || sources.biState)) memory.root = initial;
    this.#emitter = new Emitter(store, definition, sources);
    this.#feed = new Feed(store, sources, memory.place, {
      woken: () => this.#wake(),
      ended: (end) => this.#fault(end.kind === 'unavailable' ? end.reason : `The events ended: ${end.kind}.`),
    });
    return undefined;
  }

  #wake(): void {
    if (this.#isWoken || this.#isOver) return;
    this.#isWoken = true;
    void this.#queue.run(() => this.#guarded(() => this.#drain()));
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#fault(messageOf(thrown));
    }
  }

  #fault(reason: string): void {
    if (this.#isOver) return;
    this.dispose();
    this.#options.observer.faulted(reason);
  }

  async #drain(): Promise<void> {
    this.#isWoken = false;
    const feed = this.#feed;
    if (feed === undefined) return;
    for (let taken = feed.take(batch); taken.length > 0 && !this.#isOver; taken = feed.take(batch)) {
      await this.#processAll(await this.#itemsOf(taken));
      if (this.#isOver) return;
      const last = taken.at(-1);
      if (last !== undefined) this.#options.memory.advance(last.place);
      if (this.#unsaved >= handledAtMost) await this.#save();
    }
    if (this.#isOver) return;
    if (this.#options.definition.mode !== 'Continuous' && feed.isDone) return this.#complete();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#queue.run(() => this.#guarded(() => this.#saveIfNeeded()));
    }, soon);
  }

  #complete(): void {
    this.dispose();
    this.#options.observer.completed();
  }

  async #saveIfNeeded(): Promise<void> {
    if (this.#isOver) return;
    if (this.#unsaved > 0 || (this.#feed?.skipped ?? 0) >= skippedAtMost) await this.#save();
  }

  async #save(): Promise<void> {
    const feed = this.#feed;
    const { memory } = this.#options;
    if (feed === undefined) return;
    // Where nothing waits, all that was looked at is done with; whoever stops may have left something behind.
    if (feed.held === 0 && feed.seen !== undefined && !this.#isOver) memory.advance(feed.seen);
    this.#unsaved = 0;
    feed.skipped = 0;
    await memory.save();
  }

  async #itemsOf(taken: readonly FedEvent[]): Promise<Item[]> {
    const sources = this.#sources;
    if (sources === undefined) return [];
    const events = taken.map((fed) => projectedEvent(fed, sources));
    const partitions = await this.#partitionsOf(taken, events, sources);
    return taken.flatMap((fed, index) => {
      const event = events[index];
      const partition = partitions[index];
      return event === undefined || partition === undefined || partition === null
        ? []
        : [{ kind: fed.kind, event, partition, fed }];
    });
  }

  async #partitionsOf(
    taken: readonly FedEvent[],
    events: readonly ProcessItem['event'][],
    sources: QuerySources,
  ): Promise<readonly (string | null)[]> {
    if (sources.partitioned === 'no') return taken.map(() => '');
    if (sources.partitioned === 'byStream') return taken.map(({ resolved }) => streamPartitionOf(sources, resolved));
    const answer = await this.#process.ask({ kind: 'partition', events });
    if (answer.kind === 'partitioned') return answer.partitions;
    if (answer.kind === 'failed' && answer.at !== undefined) {
      await this.#processAll(await this.#itemsOf(taken.slice(0, answer.at)));
    }
    throw new Fault(answer.kind === 'failed' ? blame(answer.reason, events[answer.at ?? -1]) : 'No partitions came.');
  }

  /** Throws a `Fault` after everything before the event that is to blame was done. */
  async #processAll(items: readonly Item[]): Promise<void> {
    for (let rest = items; rest.length > 0 && !this.#isOver; ) {
      const answer = await this.#ask(rest);
      if (this.#isOver) return;
      const failure = this.#failureIn(answer);
      if (failure !== undefined) {
        if (failure.at !== undefined) await this.#processAll(rest.slice(0, failure.at));
        throw new Fault(blame(failure.reason, rest[failure.at ?? -1]?.event));
      }
      if (answer.kind !== 'processed') return;
      await this.#apply(rest, answer);
      rest = rest.slice(answer.outcomes.length);
    }
  }

  #failureIn(answer: ProcessAnswer): { readonly reason: string; readonly at?: number } | undefined {
    if (answer.kind === 'failed') return answer;
    if (answer.kind !== 'processed') return { reason: 'The process of the projection said something else.' };
    if (this.#options.definition.emitEnabled) return undefined;
    const at = answer.outcomes.findIndex(({ emitted }) => emitted.length > 0);
    return at < 0 ? undefined : { reason: "'emit' is not allowed by the projection/configuration/mode", at };
  }

  async #ask(items: readonly Item[]): Promise<ProcessAnswer> {
    const { memory } = this.#options;
    const names = [...new Set(items.map(({ partition }) => partition))];
    const states = await Promise.all(names.map(async (name) => [name, (await memory.stateOf(name)) ?? null] as const));
    return this.#process.ask({
      kind: 'process',
      items: items.map(({ kind, event, partition }) => ({ kind, event, partition })),
      states: Object.fromEntries(states),
      shared: memory.root ?? null,
    });
  }

  async #apply(
    items: readonly Item[],
    { outcomes, states, shared }: Extract<ProcessAnswer, { readonly kind: 'processed' }>,
  ): Promise<void> {
    const { memory, definition } = this.#options;
    const writesResults = definition.mode === 'Continuous';
    const emissions = items.slice(0, outcomes.length).map(({ fed, partition }, index) => {
      const { emitted = [], result } = outcomes[index] ?? {};
      const outcome: ItemOutcome = writesResults && result !== undefined ? { emitted, result } : { emitted };
      return [{ place: fed.place, partition, event: fed.event }, outcome] as const;
    });
    await this.#emitter?.write(emissions);
    for (const [partition, state] of Object.entries(states)) memory.setState(partition, state);
    if (shared !== null) memory.root = shared;
    const last = items[outcomes.length - 1];
    if (last !== undefined) memory.advance(last.fed.place);
    this.handled += outcomes.length;
    this.#unsaved += outcomes.length;
  }
}

/** The reason with the event that brought it to light. */
function blame(reason: string, event: ProcessItem['event'] | undefined): string {
  return event === undefined
    ? reason
    : `${reason} (at event ${event.sequenceNumber}@${event.streamId}, ${event.eventType})`;
}

/** A projection whose code reads from somewhere else than it did cannot go on from where it was. */
function mismatchOf(sources: QuerySources, place: Place | undefined): string | undefined {
  if (place === undefined) return undefined;
  const stream = onlyStreamOf(sources);
  if (place.kind === 'stream' ? place.stream === stream : stream === undefined) return undefined;
  return `The projection reads from somewhere else than when it came to ${describePlace(place)}: reset it to begin from zero.`;
}
