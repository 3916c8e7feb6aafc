/** A Python that the learner's code can be run with. */
export interface Interpreter {
  readonly kind: 'found';
  /** The learner's: with the packages of their environment. */
  readonly executable: string;
  /** What an environment of its own was made of. On Windows the program in an environment only starts this one. */
  readonly base: string;
  /** `3.12.1` */
  readonly version: string;
  /** Of the packages that were asked for, those that are not there. */
  readonly lacking: readonly string[];
}

export interface NoInterpreter {
  readonly kind: 'none';
  /** Which were looked at, what is wrong with each, and what to do. */
  readonly message: string;
}

export type InterpreterResult = Interpreter | NoInterpreter;

/** How a process is started with an interpreter, and what it has to be told in its environment. */
export interface Launch {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * On Windows the program in a virtual environment starts another one and hands on no more than the three usual pipes. That
 * other one is started directly then, and told whose environment it is, as Python's own `multiprocessing` does.
 */
export function launchOf({ executable, base }: Interpreter, platform: NodeJS.Platform): Launch {
  if (platform !== 'win32' || base === executable) return { executable, environment: {} };
  return { executable: base, environment: { __PYVENV_LAUNCHER__: executable } };
}
