import { randomUUID } from 'node:crypto';
import { type Disposable, toDisposable } from '../../base/disposable.ts';
import type { CouldNotRun, Limits, Run, Stopped } from '../learner-code.ts';
import type { Operation } from '../protocol.ts';
import type { Loading, Program, Runtime } from '../runtime.ts';
import type { SourceFiles } from '../source-files.ts';
import type { Child } from './child.ts';
import { converse, overhear } from './conversation.ts';
import { modulesOf } from './modules-of.ts';
import type { ProcessPool } from './process-pool.ts';
import type { ReadingContext } from './response-reader.ts';
import type { ProgramModule, Request } from './wire.ts';

export interface LearnerProcessOptions {
  readonly files: SourceFiles;
  readonly limits: Limits;
  readonly environment: Readonly<Record<string, string>>;
}

/** The learner's files and the one process they run in, which starts with the first operation. */
export class LearnerProcess implements Disposable {
  readonly #pool: ProcessPool;
  readonly #runtime: Runtime;
  readonly #options: LearnerProcessOptions;
  readonly #program: Program;
  readonly #context: ReadingContext;
  readonly #sent = new Set<string>();
  #child: Child | undefined;
  #disposed = false;

  constructor(pool: ProcessPool, runtime: Runtime, options: LearnerProcessOptions) {
    this.#pool = pool;
    this.#runtime = runtime;
    this.#options = options;
    this.#program = runtime.program(options.files);
    this.#context = { limits: options.limits, driver: runtime.driver, program: this.#program };
  }

  /** The learner's code as it is now, up to the end of these operations; rejects when the signal says so. */
  async perform(operations: readonly Operation[], signal?: AbortSignal): Promise<Run> {
    const loading = this.#load(operations);
    if (loading.kind === 'couldNotRun') return loading;
    signal?.throwIfAborted();
    const child = await this.#start(loading.packages);
    if ('problem' in child) return { kind: 'couldNotRun', problem: child.problem };
    return converse(child, this.#requestFor(operations, loading), this.#context, signal);
  }

  /** Tells when the process ends while nothing is performed, as when a timer of the learner's throws. */
  overhear(ended: (stopped: Stopped) => void): Disposable {
    return this.#child === undefined ? toDisposable(() => {}) : overhear(this.#child, this.#context, ended);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#child !== undefined) this.#pool.release(this.#child);
    this.#child = undefined;
  }

  async #start(packages: readonly string[]): Promise<Child | { readonly problem: CouldNotRun }> {
    if (this.#child !== undefined) return this.#child;
    const started = await this.#pool.take(this.#options.limits.memory, packages);
    if (started.kind === 'noChild') return { problem: started };
    if (this.#disposed) this.#pool.release(started.child);
    else this.#child = started.child;
    return started.child;
  }

  #load(operations: readonly Operation[]): Loading | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun } {
    const named = modulesOf(operations);
    const found = named.filter((module) => this.#program.fileOf(module) !== undefined);
    const [first] = named;
    if (first !== undefined && found.length === 0) {
      const file = this.#runtime.language.words.file(first);
      return { kind: 'couldNotRun', problem: { kind: 'missingFile', file } };
    }
    return this.#program.load(
      found,
      operations.some(({ op }) => op === 'connect'),
    );
  }

  #requestFor(operations: readonly Operation[], { modules, places, client }: Loading): Request {
    return {
      tokens: Array.from({ length: operations.length + 2 }, () => randomUUID()),
      environment: this.#options.environment,
      modules: this.#unsent(modules),
      places,
      ...(client === undefined ? {} : { client }),
      operations,
    };
  }

  #unsent(modules: readonly ProgramModule[]): ProgramModule[] {
    const unsent = modules.filter(({ address }) => !this.#sent.has(address));
    for (const { address } of unsent) this.#sent.add(address);
    return unsent;
  }
}
