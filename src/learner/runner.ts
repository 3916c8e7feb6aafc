import { dirname, sep } from 'node:path';
import { type Disposable, DisposableStore, toDisposable } from '../base/disposable.ts';
import { defaultLimits, type LearnerRunner, type LearnerSession, type Run, type RunRequest } from './learner-code.ts';
import { LearnerProcess } from './learner-process.ts';
import { Nursery } from './nursery.ts';
import { createPackages, type Packages } from './packages.ts';
import { Session } from './session.ts';

export interface RunnerOptions {
  /** The driver's file. */
  readonly driverPath: string;
  /** The executable to run the learner's code with. Default: the one this code runs in. */
  readonly execPath?: string;
  /** The learner's folder; packages in its own `node_modules` come first. */
  readonly workspace?: string;
  /** Packages lent to a learner who has none: name → file or folder. */
  readonly packages?: Readonly<Record<string, string>>;
  /** More files and folders that the learner's code or its packages must be able to read. */
  readonly readable?: readonly string[];
  /** `false` leaves the runtime's permission model out, as on a runtime that has none. */
  readonly guarded?: boolean;
}

/**
 * Makes the one runner of a host. It starts a child at once that waits for the first run; disposing the runner ends all.
 *
 * What keeps a run honest: judging is done by the host from observations; the driver uses the runtime's own functions as
 * they were before the learner's code came; each answer carries a token of its own that this code cannot read; time, memory
 * and output are limited from outside; the process is killed with all it started. It contains accidents and tricks. It is
 * no sandbox: code may read its packages and use the network, and on a runtime without the permission model
 * a process that was started twice removed with an emptied environment can stay.
 */
export function createLearnerRunner(options: RunnerOptions): LearnerRunner {
  const { driverPath, execPath = process.execPath, workspace, packages = {}, readable = [], guarded = true } = options;
  const lent = Object.values(packages).map(withItsDependencies);
  const own = workspace === undefined ? [] : [workspace];
  const nursery = new Nursery({ execPath, driverPath, readable: [...readable, ...lent, ...own], guarded });
  nursery.warm(defaultLimits.memory);
  return new Runner(nursery, createPackages({ packages, ...(workspace === undefined ? {} : { workspace }) }));
}

/** A package finds its own dependencies in the `node_modules` it is in. */
function withItsDependencies(path: string): string {
  const folder = `${sep}node_modules${sep}`;
  const at = path.lastIndexOf(folder);
  return at < 0 ? dirname(path) : path.slice(0, at + folder.length - 1);
}

class Runner implements LearnerRunner {
  readonly #owned = new DisposableStore();
  readonly #nursery: Nursery;
  readonly #packages: Packages;

  constructor(nursery: Nursery, packages: Packages) {
    this.#nursery = this.#owned.add(nursery);
    this.#packages = packages;
  }

  async run(request: RunRequest): Promise<Run> {
    const learner = this.#owned.add(this.#process(request));
    try {
      return await learner.perform(request.operations, request.signal);
    } finally {
      this.#owned.release(learner);
      setImmediate(() => this.#nursery.warm(memoryOf(request)));
    }
  }

  async open(request: Omit<RunRequest, 'operations'>): Promise<LearnerSession> {
    const session = this.#owned.add(new Session(this.#process(request)));
    const dispose = () => this.#owned.release(session);
    request.signal?.addEventListener('abort', dispose, { once: true });
    return { perform: (operations) => session.perform(operations), dispose };
  }

  prepare(count: number): Disposable {
    this.#nursery.warm(defaultLimits.memory, count);
    return toDisposable(() => this.#nursery.cool());
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #process({ files, limits, environment = {} }: Omit<RunRequest, 'operations'>): LearnerProcess {
    return new LearnerProcess(this.#nursery, this.#packages, {
      files,
      limits: { ...defaultLimits, ...limits },
      environment,
    });
  }
}

function memoryOf({ limits }: RunRequest): number {
  return limits?.memory ?? defaultLimits.memory;
}
