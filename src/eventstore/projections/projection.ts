import type { Disposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import type { EventStore } from '../event-store.ts';
import { originalOf } from '../events.ts';
import { lastPosition } from '../last-position.ts';
import { firstEvent } from '../persistent/bookkeeping.ts';
import { changed, type ProjectionDefinition } from './definition.ts';
import { checkpointStreamOf, emittedStreamsOf } from './names.ts';
import { describePlace, type Place } from './place.ts';
import { ProjectionProcess } from './process/projection-process.ts';
import type { ProcessAnswer, ProcessLimits } from './protocol.ts';
import type { ChangeResult, ProjectionFailed } from './results.ts';
import { ProjectionRun } from './run.ts';
import type { ProjectionStatistics, ProjectionStatus } from './statistics.ts';
import type { Definitions } from './storage/definitions.ts';
import { ProjectionMemory } from './storage/memory.ts';

export interface ProjectionContext {
  readonly store: EventStore;
  readonly definitions: Definitions;
  readonly limits: ProcessLimits;
}

/** What of a deleted projection is to go with it. */
export interface Deletion {
  readonly checkpoint: boolean;
  readonly emittedStreams: boolean;
}

const done = { kind: 'done' } as const;

/** One projection from its creation to its deletion. Changes happen one after the other, in the order asked. */
export class Projection implements Disposable {
  readonly #context: ProjectionContext;
  readonly #queue = new SerialQueue();
  #definition: ProjectionDefinition;
  #memory: ProjectionMemory;
  #run: ProjectionRun | undefined;
  #status: ProjectionStatus = 'Stopped';
  #reason = '';
  #handled = 0;
  #isDisposed = false;
  #starting: Promise<void> = Promise.resolve();

  private constructor(context: ProjectionContext, definition: ProjectionDefinition, memory: ProjectionMemory) {
    this.#context = context;
    this.#definition = definition;
    this.#memory = memory;
  }

  /** With what it knew, not yet at work. Throws an `Error` when the store cannot say. */
  static async load(context: ProjectionContext, definition: ProjectionDefinition): Promise<Projection> {
    return new Projection(context, definition, await ProjectionMemory.load(context.store, definition));
  }

  get definition(): ProjectionDefinition {
    return this.#definition;
  }

  /** Sets it to work when it is to be; code that cannot run faults it. */
  start(): Promise<void> {
    this.#starting = this.#queue.run(() => this.#setToWork());
    return this.#starting;
  }

  enable(): Promise<ChangeResult> {
    return this.#change(async () => {
      if (this.#run !== undefined) return done;
      await this.#save(changed(this.#definition, { enabled: true }));
      await this.#start();
      return done;
    });
  }

  disable(withCheckpoint: boolean): Promise<ChangeResult> {
    // Whoever aborts does not wait for code that may never end.
    if (!withCheckpoint) this.#run?.dispose();
    return this.#change(async () => {
      await this.#stop(withCheckpoint, withCheckpoint ? 'Stopped' : 'Aborted');
      await this.#save(changed(this.#definition, { enabled: false }));
      return done;
    });
  }

  update(change: { readonly query: string; readonly emitEnabled?: boolean }): Promise<ChangeResult> {
    return this.#change(async () => {
      await this.#stop(true, 'Stopped');
      await this.#save(changed(this.#definition, change));
      this.#memory = await ProjectionMemory.load(this.#context.store, this.#definition);
      await this.#start();
      return done;
    });
  }

  /** Begins from zero. */
  reset(): Promise<ChangeResult> {
    this.#run?.dispose();
    return this.#change(async () => {
      const status = this.#status;
      await this.#stop(false, 'Stopped');
      await this.#save(changed(this.#definition, {}, true));
      this.#memory = await ProjectionMemory.load(this.#context.store, this.#definition);
      if (status === 'Aborted') this.#status = status;
      await this.#start();
      return done;
    });
  }

  /** One that is at work is not deleted. */
  delete({ checkpoint, emittedStreams }: Deletion): Promise<ChangeResult> {
    return this.#change(async () => {
      const { name, mode } = this.#definition;
      if (this.#run !== undefined && mode !== 'Transient') {
        return failed("Cannot delete a projection that hasn't been stopped or faulted.");
      }
      await this.#stop(false, 'Stopped');
      if (emittedStreams) await this.#deleteEmitted();
      if (checkpoint) await this.#context.store.deleteStream(checkpointStreamOf(name), 'any');
      if (mode !== 'Transient') await this.#context.definitions.remove(name);
      this.#isDisposed = true;
      return done;
    });
  }

  async statistics(): Promise<ProjectionStatistics> {
    const { name, mode, version, epoch, enabled } = this.#definition;
    const isEnabled = enabled && (this.#status === 'Stopped' || this.#status === 'Faulted');
    return {
      name,
      mode,
      status: isEnabled ? `${this.#status} (Enabled)` : this.#status,
      reason: this.#reason,
      version,
      epoch,
      position: describePlace(this.#memory.place),
      lastCheckpoint: this.#memory.checkpoint,
      progress: await this.#progress(this.#memory.place),
      handledSinceStart: this.#run?.handled ?? this.#handled,
      waiting: this.#run?.waiting ?? 0,
      partitions: this.#memory.partitions,
    };
  }

  /** As JSON. One that is being started is waited for. */
  async state(partition: string): Promise<string | undefined> {
    await this.#starting;
    return this.#memory.stateOf(partition);
  }

  /** What the code makes of the state, as JSON. */
  async result(partition: string): Promise<string | null | ProjectionFailed> {
    const state = await this.state(partition);
    if (state === undefined) return null;
    const answer = await (this.#run?.resultOf(state) ?? this.#resultAside(state));
    if (answer.kind === 'transformed') return answer.result;
    return failed(answer.kind === 'failed' ? answer.reason : 'The process of the projection said something else.');
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#run?.dispose();
    this.#run = undefined;
  }

  #change(work: () => Promise<ChangeResult>): Promise<ChangeResult> {
    return this.#queue.run(() => (this.#isDisposed ? { kind: 'notFound', name: this.#definition.name } : work()));
  }

  #start(): Promise<void> {
    this.#starting = this.#setToWork();
    return this.#starting;
  }

  /** Whatever keeps it from working faults it. */
  async #setToWork(): Promise<void> {
    if (!this.#definition.enabled || this.#isDisposed) return;
    try {
      await this.#runFromHere();
    } catch (thrown) {
      this.#run = undefined;
      this.#status = 'Faulted';
      this.#reason = messageOf(thrown);
    }
  }

  async #runFromHere(): Promise<void> {
    if (this.#definition.mode !== 'Continuous') {
      this.#memory = await ProjectionMemory.load(this.#context.store, this.#definition);
    }
    this.#reason = '';
    this.#status = 'Starting';
    const run: ProjectionRun = new ProjectionRun({
      ...this.#context,
      definition: this.#definition,
      memory: this.#memory,
      observer: {
        faulted: (reason) => this.#end(run, 'Faulted', reason),
        completed: () => this.#end(run, 'Completed', ''),
      },
    });
    this.#run = run;
    const problem = await run.start();
    if (problem !== undefined) this.#end(run, 'Faulted', problem);
    else if (this.#run === run) this.#status = 'Running';
  }

  async #stop(withCheckpoint: boolean, status: ProjectionStatus): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#status = status;
    this.#reason = '';
    if (run === undefined) return;
    this.#handled = run.handled;
    await run.stop(withCheckpoint);
  }

  /** It came to its end by itself. */
  #end(run: ProjectionRun, status: ProjectionStatus, reason: string): void {
    if (this.#run !== run) return;
    this.#handled = run.handled;
    this.#run = undefined;
    this.#status = status;
    this.#reason = reason;
  }

  async #save(definition: ProjectionDefinition): Promise<void> {
    if (definition.mode !== 'Transient') await this.#context.definitions.save(definition);
    this.#definition = definition;
  }

  async #resultAside(state: string): Promise<ProcessAnswer> {
    const { limits } = this.#context;
    const process = new ProjectionProcess(limits);
    try {
      const compiled = await process.ask({ kind: 'compile', query: this.#definition.query, limits });
      return compiled.kind === 'failed' ? compiled : await process.ask({ kind: 'transform', state });
    } finally {
      process.dispose();
    }
  }

  async #deleteEmitted(): Promise<void> {
    const { store } = this.#context;
    const list = emittedStreamsOf(this.#definition.name);
    const result = await store.readStream(list);
    if (result.kind !== 'events') return;
    for await (const { event } of result.events) {
      if (event !== undefined) await store.deleteStream(Buffer.from(event.data).toString('utf8'), 'any');
    }
    await store.deleteStream(list, 'any');
  }

  async #progress(place: Place | undefined): Promise<number> {
    if (place === undefined) return 0;
    const { store } = this.#context;
    if (place.kind === 'all') return percent(place.at, await lastPosition(store));
    const last = await firstEvent(store, place.stream, { direction: 'backwards' });
    return last === undefined ? 100 : percent(place.at + 1n, originalOf(last).revision + 1n);
  }
}

function percent(part: bigint, whole: bigint): number {
  return whole <= 0n ? 100 : Math.min(100, Number((part * 10_000n) / whole) / 100);
}

function failed(reason: string): ProjectionFailed {
  return { kind: 'failed', reason };
}
