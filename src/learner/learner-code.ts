import type { Disposable } from '../base/disposable.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Language } from './language.ts';
import type { Observation, Operation, Thrown } from './protocol.ts';
import type { SourceFiles } from './source-files.ts';

export interface Limits {
  /** Of one run, or of one operation in a session; milliseconds. */
  readonly time: number;
  /** What the child's own data may take; megabytes. */
  readonly memory: number;
  /** What the child may print or answer in one run; bytes. */
  readonly output: number;
}

export const defaultLimits: Limits = { time: 5_000, memory: 256, output: 1_000_000 };

/** Something that kept a run from starting: nothing is known about how the learner's code behaves. */
export type CouldNotRun =
  | { readonly kind: 'syntaxError'; readonly at: SourceLocation; readonly message: string }
  | { readonly kind: 'unsupportedSyntax'; readonly at: SourceLocation; readonly what: string; readonly instead: string }
  /** None of the modules the operations name is there; when some are, the others are told by `missing` observations. */
  | { readonly kind: 'missingFile'; readonly file: string }
  | {
      readonly kind: 'missingImport';
      readonly specifier: string;
      readonly at: SourceLocation;
      /** The line for a terminal that installs what is missing, where a language has one. */
      readonly install?: string;
    }
  /** The file is there, but exports no such name; `exported` is what it does export. */
  | {
      readonly kind: 'missingExport';
      readonly specifier: string;
      readonly name: string;
      readonly exported: readonly string[];
      readonly at: SourceLocation;
    }
  | { readonly kind: 'noChild'; readonly message: string };

/** A run that began and did not come to its end by itself. */
export type Stopped =
  | { readonly kind: 'timedOut'; readonly limit: number }
  | { readonly kind: 'outOfMemory'; readonly limit: number }
  | { readonly kind: 'tooMuchOutput'; readonly limit: number }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  /** Something failed that nobody waited for. */
  | { readonly kind: 'unawaited'; readonly thrown: Thrown }
  /** Thrown where no caller is left to catch it. */
  | { readonly kind: 'uncaught'; readonly thrown: Thrown }
  /** Loading the modules threw, before the first operation. */
  | { readonly kind: 'loadFailed'; readonly thrown: Thrown }
  /** What came back was not what a driver says. */
  | { readonly kind: 'garbled'; readonly message: string };

export type Run =
  | { readonly kind: 'completed'; readonly observations: readonly Observation[]; readonly printed: string }
  /** `observations` holds what was seen before it stopped; `during` is the operation that did not come back, from 0. */
  | {
      readonly kind: 'stopped';
      readonly stopped: Stopped;
      readonly during: number;
      readonly observations: readonly Observation[];
      readonly printed: string;
    }
  | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun };

/** A run that is aborted by its signal rejects with the signal's reason. */
export interface RunRequest {
  readonly files: SourceFiles;
  readonly operations: readonly Operation[];
  readonly limits?: Partial<Limits>;
  /** Environment variables the child gets beside the few it needs. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Runs the learner's code, each run in a process of its own that is gone afterwards. */
export interface LearnerRunner extends Disposable {
  /** What the code it runs is written in. */
  readonly language: Language;
  run(request: RunRequest): Promise<Run>;
  /** Keeps the learner's code running to be asked one operation after the other, as the panel does. */
  open(request: Omit<RunRequest, 'operations'>): Promise<LearnerSession>;
  /** Has so many processes waiting for runs that come at once; dispose what is returned to end those nobody needed. */
  prepare(count: number): Disposable;
}

export interface LearnerSession extends Disposable {
  readonly language: Language;
  /** A session that stopped answers every later call with why it stopped. */
  perform(operations: readonly Operation[]): Promise<Run>;
}
