import { type Disposable, toDisposable } from '../../base/disposable.ts';
import type { Language } from '../language.ts';
import type { LearnerSession, Run, Stopped } from '../learner-code.ts';
import type { Operation } from '../protocol.ts';
import type { LearnerProcess } from './learner-process.ts';

/** One operation list after the other on one process; a session that stopped says so again and runs nothing more. */
export class Session implements LearnerSession {
  readonly language: Language;
  readonly #process: LearnerProcess;
  #last: Promise<unknown> = Promise.resolve();
  #ended: Stopped | undefined;
  #idle: Disposable = toDisposable(() => {});

  constructor(language: Language, learnerProcess: LearnerProcess) {
    this.language = language;
    this.#process = learnerProcess;
  }

  perform(operations: readonly Operation[]): Promise<Run> {
    const run = this.#last.then(() => this.#perform(operations));
    this.#last = run.catch(() => undefined);
    return run;
  }

  dispose(): void {
    this.#idle.dispose();
    this.#ended ??= { kind: 'exited', code: null, signal: null };
    this.#process.dispose();
  }

  async #perform(operations: readonly Operation[]): Promise<Run> {
    if (this.#ended !== undefined) return stoppedAlready(this.#ended);
    this.#idle.dispose();
    const run = await this.#process.perform(operations);
    if (run.kind === 'stopped') this.#end(run.stopped);
    else this.#idle = this.#process.overhear((stopped) => this.#end(stopped));
    return run;
  }

  #end(stopped: Stopped): void {
    this.#ended ??= stopped;
    this.#idle.dispose();
    this.#process.dispose();
  }
}

function stoppedAlready(stopped: Stopped): Run {
  return { kind: 'stopped', stopped, during: 0, observations: [], printed: '' };
}
