import { join } from 'node:path';
import { type Child, type Heard, ranOutOfMemory, startProcess } from '../child.ts';
import { withFrames } from '../frames.ts';
import { defaultLimits, type SourceFiles, type Stopped } from '../learner-code.ts';
import { createPackages } from '../packages.ts';
import { ProgramBuilder } from '../program.ts';
import { addressOf } from '../resolve.ts';
import type { ProgramModule, RawThrown } from '../wire.ts';
import { readTestAnswer } from './answers.ts';
import { fullNameOf, patternFor, type TestPath } from './names.ts';
import type { TestEvent, TestFailure, TestFileEnd } from './test-events.ts';
import type { RawFailure, TestAnswer, TestEnded, TestRequest } from './wire.ts';

export interface TestFileRun {
  /** Taken as a Node, which an editor's own executable is too. */
  readonly execPath: string;
  /** The test driver's file. */
  readonly driverPath: string;
  readonly workspace: string;
  /** Everything that a test may import. */
  readonly files: SourceFiles;
  /** The test file, relative to the workspace with forward slashes. */
  readonly file: string;
  /** The tests and suites to run; undefined for all in the file. */
  readonly only: readonly TestPath[] | undefined;
  /** Packages lent to a learner who has none: name → folder. */
  readonly packages: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** What one test may take, and loading the file; milliseconds. */
  readonly time: number;
  readonly signal: AbortSignal;
  readonly tell: (event: TestEvent) => void;
}

/** Of the heap, megabytes; and of all that a file prints and tells, bytes. */
const memory = 512;
const { output } = defaultLimits;

/** What the process has for stopping a test that waits by itself, and for its end after the last test; milliseconds. */
const grace = 1_000;

/** Runs the tests of one file in a process of its own, which is gone with all it started when the promise resolves. */
export async function runTestFile(run: TestFileRun): Promise<TestFileEnd> {
  const builder = new ProgramBuilder(run.files, createPackages(run));
  const program = builder.build([run.file]);
  if (program.kind === 'couldNotRun') return program;
  if (run.signal.aborted) return { kind: 'cancelled' };
  const child = startProcess({
    execPath: run.execPath,
    args: [`--max-old-space-size=${memory}`, '--no-warnings', run.driverPath, `${memory * 2}`],
    folder: run.workspace,
    environment: run.environment,
    guarded: false,
  });
  try {
    child.send(requestFor(run, [...program.modules.values()]));
    return await new Watch(run, child, builder).end;
  } finally {
    child.dispose();
  }
}

function requestFor({ workspace, file, only, time }: TestFileRun, modules: readonly ProgramModule[]): TestRequest {
  const path = join(workspace, file);
  return { modules, address: addressOf(file), path, patterns: only?.map(patternFor) ?? [], time };
}

/** Hears a child until it ends or has to be ended. */
class Watch {
  readonly end: Promise<TestFileEnd>;
  readonly #run: TestFileRun;
  readonly #builder: ProgramBuilder;
  readonly #finish: (end: TestFileEnd) => void;
  #timer: NodeJS.Timeout | undefined;
  #bytes = 0;
  #errors = '';
  /** The test whose code runs, by its full name. */
  #current: string | undefined;
  #done = false;

  constructor(run: TestFileRun, child: Child, builder: ProgramBuilder) {
    this.#run = run;
    this.#builder = builder;
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
        return this.#noChild(`This runtime has no ${answer.what}; it takes Node 22.15 or later.`);
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
    const own = address === addressOf(file) ? this.#builder.original({ file, line, column }) : undefined;
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

  #thrown(raw: RawThrown) {
    return withFrames(raw, (frame) => this.#builder.original(frame));
  }

  /** A file that the runtime will not compile is as one that could not be transformed. */
  #loadFailed(raw: RawThrown): void {
    const at = raw.name === 'SyntaxError' ? this.#builder.compileError() : undefined;
    if (at === undefined) return this.#stop({ kind: 'loadFailed', thrown: this.#thrown(raw) });
    this.#finish({ kind: 'couldNotRun', problem: { kind: 'syntaxError', at, message: raw.message } });
  }

  #gone({ code, signal, failure }: Heard & { readonly kind: 'gone' }): void {
    if (failure !== undefined) return this.#noChild(failure);
    if (this.#done) return this.#finish({ kind: 'completed' });
    if (ranOutOfMemory(this.#errors)) return this.#stop({ kind: 'outOfMemory', limit: memory });
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
