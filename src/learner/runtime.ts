import type { SourceLocation } from '../base/source-location.ts';
import type { Language } from './language.ts';
import type { CouldNotRun } from './learner-code.ts';
import type { LearnerTests } from './learner-tests.ts';
import type { ProcessStart } from './process/child.ts';
import type { ProgramModule } from './process/wire.ts';
import type { Thrown } from './protocol.ts';
import type { SourceFiles } from './source-files.ts';

/** A language as it runs on this machine: with its interpreter, its driver and the packages that are there. */
export interface Runtime {
  readonly language: Language;
  readonly driver: Driver;
  readonly tests: LearnerTests;
  program(files: SourceFiles): Program;
  /** Runs a learner's own program at this keyboard, for playing; undefined when it came to its end. */
  play(request: PlayRequest): Promise<CouldNotRun | undefined>;
}

/** The program of a child that does operations on the learner's code, and what is to be known to start it. */
export interface Driver {
  /** Whether a runtime of this kind may be able to keep the learner's code from writing files and starting processes. */
  readonly canBeGuarded: boolean;
  start(wanted: DriverStart): ProcessStart;
  /** Whether it was for want of memory that a process ended, by what it wrote to standard error at last. */
  ranOutOfMemory(errors: string): boolean;
  /** Says what to do about a runtime that lacks what the driver named. */
  lacking(what: string): string;
}

export interface DriverStart {
  /** What the learner's code may take, megabytes. */
  readonly memory: number;
  readonly guarded: boolean;
  /** What an earlier program loaded besides the learner's code (`Loading.packages`), to be loaded while waiting. */
  readonly preload: readonly string[];
}

/** The learner's files on their way to a child. It keeps what it worked out as long as it lives. */
export interface Program {
  /** The file of a module of the course, undefined where there is none. */
  fileOf(module: string): string | undefined;
  /** Makes ready what these modules reach; `client` asks for the event store's client too. */
  load(
    modules: readonly string[],
    client: boolean,
  ): Loading | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun };
  /** Where a place of the code that ran is in the learner's text; undefined for what is none of theirs. */
  sourceOf(location: SourceLocation): SourceLocation | undefined;
  /** What was wrong with the learner's text when loading it failed with this; undefined when it was the code that threw. */
  problemIn(failure: Thrown): CouldNotRun | undefined;
}

export interface Loading {
  readonly kind: 'loading';
  readonly modules: readonly ProgramModule[];
  /** The address of each module asked for. */
  readonly places: Readonly<Record<string, string>>;
  /** That of the client; none where it was not asked for or is not there. */
  readonly client?: string;
  /** The packages among what is loaded, in the driver's own way of naming them. */
  readonly packages: readonly string[];
}

export interface PlayRequest {
  readonly files: SourceFiles;
  /** The learner's folder. */
  readonly workspace: string;
  /** The file to run; the language's own `terminalProgram` unless told otherwise. */
  readonly entry?: string;
  /** For the program itself. */
  readonly args: readonly string[];
}

/** The same thrown thing with its frames in the learner's text. */
export function located<Framed extends { readonly frames: readonly SourceLocation[] }>(
  framed: Framed,
  program: Pick<Program, 'sourceOf'>,
): Framed {
  return { ...framed, frames: framed.frames.flatMap((frame) => program.sourceOf(frame) ?? []) };
}
