import { join } from 'node:path';
import { defaultLimits, type Stopped } from '../../learner-code.ts';
import { fullNameOf, type TestFailure, type TestFileEnd, type TestFileRun } from '../../learner-tests.ts';
import { type Child, type Heard, startProcess } from '../../process/child.ts';
import type { Thrown } from '../../protocol.ts';
import { type Driver, located } from '../../runtime.ts';
import { createPackages } from '../packages/packages.ts';
import { TypeScriptProgram } from '../program.ts';
import { addressOf } from '../resolve.ts';
import { asNode } from '../start-arguments.ts';
import type { TypeScriptModule } from '../wire.ts';
import { readTestAnswer } from './answers.ts';
import { patternFor } from './name-pattern.ts';
import type { RawFailure, TestAnswer, TestEnded, TestRequest } from './wire.ts';

export interface TestMachinery {
  readonly execPath: string;
  /** The test driver's file. */
  readonly driverPath: string;
  /** Packages provided to a learner who has none: name → folder. */
  readonly packages: Readonly<Record<string, string>>;
  readonly driver: Pick<Driver, 'ranOutOfMemory' | 'lacking'>;
}

/** Of the heap, megabytes; and of all that a file prints and tells, bytes. */
const memory = 512;
const { output } = defaultLimits;

/** What the process has for stopping a test that waits by itself, and for its end after the last test; milliseconds. */
const grace = 1_000;

/** Runs the tests of one file in a process of its own, which is gone with all it started when the promise resolves. */
export async function runTestFile(run: TestFileRun, machinery: TestMachinery): Promise<TestFileEnd> {
  const { execPath, driverPath, packages, driver } = machinery;
  const program = new TypeScriptProgram(run.files, createPackages({ workspace: run.workspace, packages }));
  const built = program.build([run.file]);
  if (built.kind === 'couldNotRun') return built;
  if (run.signal.aborted) return { kind: 'cancelled' };
  const child = startProcess({
    executable: execPath,
    args: [`--max-old-space-size=${memory}`, '--no-warnings', driverPath, `${memory * 2}`],
    folder: run.workspace,
    environment: { ...run.environment, ...asNode },
    guarded: false,
  });
  try {
    child.send(requestFor(run, [...built.modules.values()]));
    return await new Watch(run, child, program, driver).end;
  } finally {
    child.dispose();
  }
}

function requestFor({ workspace, file, only, time }: TestFileRun, modules: readonly TypeScriptModule[]): TestRequest {
  const path = join(workspace, file);
  return { modules, address: addressOf(file), path, patterns: only?.map(patternFor) ?? [], time };
}

/** Hears a child until it ends or has to be ended. */
class Watch {
  readonly end: Promise<TestFileEnd>;
  readonly #run: TestFileRun;
  readonly #program: TypeScriptProgram;
  readonly #driver: TestMachinery['driver'];
  readonly #finish: (end: TestFileEnd) => void;
  #timer: NodeJS.Timeout | undefined;
  #bytes = 0;
  #errors = '';
  /** The test whose code runs, by its full name. */
  #current: string | undefined;
  #done = false;

  constructor(run: TestFileRun, child: Child, program: TypeScriptProgram, driver: TestMachinery['driver']) {
    this.#run = run;
    this.#program = program;
    this.#driver = driver;
    const { promise, resolve } = Promise.withResolvers<TestFileEnd>();
    const cancel = () => this.#finish({ kind: 'cancelled' });
    this.#finish = resolve;
    run.signal.addEventListener('abort', cancel);
    const hearing = child.heard((heard) => this.#hear(heard));
    this.#waitAgain();
    this.end = promise.finally(() => {
      clearTimeout(this.#timer);
      hearing.dispose();
      run.signal.removeEventListener('abort', cancel);
    });
  }

  #hear(heard: Heard): void {
    switch (heard.kind) {
      case 'line': {
        const answer = readTestAnswer(heard.line);
        if (answer !== undefined) this.#hearAnswer(answer);
        return;
      }
      case 'raw':
        this.#bytes += heard.bytes;
        this.#errors = (this.#errors + heard.text).slice(-2_000);
        if (heard.text !== '') this.#run.tell({ kind: 'printed', text: heard.text, test: this.#current });
        if (this.#bytes > output) this.#stop({ kind: 'tooMuchOutput', limit: output });
        return;
      case 'grown':
        return this.#stop({ kind: 'outOfMemory', limit: memory });
      case 'gone':
        return this.#gone(heard);
    }
  }

  #hearAnswer(answer: TestAnswer): void {
    this.#take(answer);
    if (answer.kind !== 'printed') this.#waitAgain();
  }

  #take(answer: TestAnswer): void {
    const { tell } = this.#run;
    switch (answer.kind) {
      case 'printed':
        return tell({ kind: 'printed', text: answer.text, test: this.#current });
      case 'began':
        this.#done = false;
        this.#current = answer.fullName;
        return tell({ kind: 'began', test: answer.fullName });
      case 'ended':
        return this.#ended(answer);
      case 'loadFailed':
        return this.#loadFailed(answer.thrown);
      case 'lacks':
        return this.#noChild(this.#driver.lacking(answer.what));
      case 'done':
        this.#done = true;
        this.#current = undefined;
        return;
    }
  }

  #ended({ path, result, suite, place, duration, failure }: TestEnded): void {
    if (fullNameOf(path) === this.#current) this.#current = undefined;
    const { line, column, address } = place;
    const { file } = this.#run;
    const own = address === addressOf(file) ? this.#program.sourceOf({ file, line, column }) : undefined;
    const told = failure === undefined ? undefined : this.#failure(failure);
    this.#run.tell({ kind: 'ended', test: { path, result, suite, duration, place: own, failure: told } });
  }

  #failure(failure: RawFailure): TestFailure {
    switch (failure.how) {
      case 'inside':
        return { kind: 'inside' };
      case 'timedOut':
        return { kind: 'timedOut', limit: this.#run.time };
      case 'threw':
        return { kind: 'threw', thrown: this.#thrown(failure.thrown), diff: failure.diff };
    }
  }

  #thrown(thrown: Thrown): Thrown {
    return located(thrown, this.#program);
  }

  /** A file that the runtime will not compile is as one that could not be transformed. */
  #loadFailed(thrown: Thrown): void {
    const problem = this.#program.problemIn(thrown);
    if (problem === undefined) return this.#stop({ kind: 'loadFailed', thrown: this.#thrown(thrown) });
    this.#finish({ kind: 'couldNotRun', problem });
  }

  #gone({ code, signal, failure }: Heard & { readonly kind: 'gone' }): void {
    if (failure !== undefined) return this.#noChild(failure);
    if (this.#done) return this.#finish({ kind: 'completed' });
    if (this.#driver.ranOutOfMemory(this.#errors)) return this.#stop({ kind: 'outOfMemory', limit: memory });
    this.#stop({ kind: 'exited', code, signal });
  }

  #noChild(message: string): void {
    this.#finish({ kind: 'couldNotRun', problem: { kind: 'noChild', message } });
  }

  #stop(stopped: Stopped): void {
    this.#finish({ kind: 'stopped', stopped, during: this.#current });
  }

  /** Each sign of life gives the next test its own time; what is printed is none. */
  #waitAgain(): void {
    clearTimeout(this.#timer);
    const { time } = this.#run;
    const giveUp = () =>
      this.#done ? this.#finish({ kind: 'lingered' }) : this.#stop({ kind: 'timedOut', limit: time });
    this.#timer = setTimeout(giveUp, this.#done ? grace : time + grace);
  }
}
