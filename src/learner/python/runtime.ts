import { tmpdir } from 'node:os';
import type { LearnerTests } from '../learner-tests.ts';
import type { Driver, Runtime } from '../runtime.ts';
import { type InterpreterResult, launchOf } from './interpreter/interpreter.ts';
import { python } from './language.ts';
import { playHere } from './play-here.ts';
import { PythonProgram } from './program.ts';

export interface PythonOptions {
  /** The driver's `main.py`. */
  readonly driverPath: string;
  /** What it runs with; without one, nothing runs, and every run says so. */
  readonly interpreter: InterpreterResult;
}

export function createPythonRuntime({ driverPath, interpreter }: PythonOptions): Runtime {
  return {
    language: python,
    driver: createDriver(driverPath, interpreter),
    tests: ownTests,
    program: (files) => new PythonProgram(files, interpreter),
    play: (request) => playHere(request, interpreter),
  };
}

/** What the interpreter and a package or two need beside the learner's own data, megabytes. */
const spareMemory = 96;

/** Not `-I`, which leaves out what somebody installed for themselves. */
const apart = ['-E', '-P', '-B', '-X', 'utf8'];

function createDriver(driverPath: string, interpreter: InterpreterResult): Driver {
  const { executable, environment } =
    interpreter.kind === 'found' ? launchOf(interpreter, process.platform) : { executable: 'python3', environment: {} };
  return {
    canBeGuarded: false,
    start: ({ memory }) => ({
      executable,
      args: [...apart, driverPath, `${memory + spareMemory}`],
      folder: tmpdir(),
      environment: { ...whereOwnPackagesAre(), ...environment },
      guarded: false,
    }),
    ranOutOfMemory: (errors) => /^(?:Fatal Python error:.*)?MemoryError/m.test(errors),
    lacking: (what) => `This Python has no ${what}; Python 3.11 or later has it.`,
  };
}

/** Packages that somebody installed for themselves alone are found from here. */
function whereOwnPackagesAre(): Record<string, string> {
  const names = process.platform === 'win32' ? ['APPDATA'] : ['HOME'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const])),
  );
}

/** They are pytest's, which is run in a terminal. */
const ownTests: LearnerTests = {
  find: () => [],
  run: async () => ({
    kind: 'couldNotRun',
    problem: { kind: 'noChild', message: 'Tests in Python are run in a terminal: python -m pytest' },
  }),
};
