import { type Disposable, DisposableStore, toDisposable } from '../base/disposable.ts';
import type { Language } from './language.ts';
import { defaultLimits, type LearnerRunner, type LearnerSession, type Run, type RunRequest } from './learner-code.ts';
import { LearnerProcess } from './process/learner-process.ts';
import { ProcessPool } from './process/process-pool.ts';
import { Session } from './process/session.ts';
import type { Runtime } from './runtime.ts';

/**
 * Makes the one runner of a host. It starts a child at once that waits for the first run; disposing the runner ends all.
 *
 * What keeps a run honest: judging is done by the host from observations; a driver uses its runtime's own functions as
 * they were before the learner's code came; each answer carries a token of its own that this code cannot read; time, memory
 * and output are limited from outside; the process is killed with all it started. It contains accidents and tricks. It is
 * no sandbox: code may read its packages and use the network, and on a runtime that cannot be guarded
 * a process that was started twice removed with an emptied environment can stay.
 */
export function createLearnerRunner(runtime: Runtime): LearnerRunner {
  const pool = new ProcessPool(runtime.driver);
  pool.warm(defaultLimits.memory);
  return new Runner(pool, runtime);
}

class Runner implements LearnerRunner {
  readonly language: Language;
  readonly #owned = new DisposableStore();
  readonly #pool: ProcessPool;
  readonly #runtime: Runtime;

  constructor(pool: ProcessPool, runtime: Runtime) {
    this.language = runtime.language;
    this.#pool = this.#owned.add(pool);
    this.#runtime = runtime;
  }

  async run(request: RunRequest): Promise<Run> {
    const learner = this.#owned.add(this.#process(request));
    try {
      return await learner.perform(request.operations, request.signal);
    } finally {
      this.#owned.release(learner);
      setImmediate(() => this.#pool.warm(memoryOf(request)));
    }
  }

  async open(request: Omit<RunRequest, 'operations'>): Promise<LearnerSession> {
    const session = this.#owned.add(new Session(this.language, this.#process(request)));
    const dispose = () => this.#owned.release(session);
    request.signal?.addEventListener('abort', dispose, { once: true });
    return { language: this.language, perform: (operations) => session.perform(operations), dispose };
  }

  prepare(count: number): Disposable {
    this.#pool.warm(defaultLimits.memory, count);
    return toDisposable(() => this.#pool.cool());
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #process({ files, limits, environment = {} }: Omit<RunRequest, 'operations'>): LearnerProcess {
    return new LearnerProcess(this.#pool, this.#runtime, {
      files,
      limits: { ...defaultLimits, ...limits },
      environment,
    });
  }
}

function memoryOf({ limits }: RunRequest): number {
  return limits?.memory ?? defaultLimits.memory;
}
