import type { SourceLocation } from '../base/source-location.ts';
import type { CouldNotRun, Stopped } from './learner-code.ts';
import type { Thrown } from './protocol.ts';
import type { SourceFiles } from './source-files.ts';

/** The learner's own tests, found and run with what their language has for it. */
export interface LearnerTests {
  /** Finds the tests in the text of a file without running it; what is no code, or not yet, has what can be made out. */
  find(source: string): readonly FoundTest[];
  /** Runs the tests of one file in a process of its own, which is gone with all it started when the promise resolves. */
  run(run: TestFileRun): Promise<TestFileEnd>;
}

/** A place in a file, both counted from 1. */
export type Position = Pick<SourceLocation, 'line' | 'column'>;

/** A test or suite as it is written in a file. */
export interface FoundTest {
  readonly kind: 'suite' | 'test';
  readonly name: string;
  /** From its first word to behind its end. */
  readonly start: Position;
  readonly end: Position;
  readonly children: readonly FoundTest[];
}

/** A test by its own name, behind the names of what it is in. */
export type TestPath = readonly string[];

/** A test's own whole name. */
export const fullNameOf = (path: TestPath): string => path.join(' > ');

export interface TestFileRun {
  readonly workspace: string;
  /** Everything that a test may import. */
  readonly files: SourceFiles;
  /** The test file, relative to the workspace with forward slashes. */
  readonly file: string;
  /** The tests and suites to run; undefined for all in the file. */
  readonly only: readonly TestPath[] | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** What one test may take, and loading the file; milliseconds. */
  readonly time: number;
  readonly signal: AbortSignal;
  readonly tell: (event: TestEvent) => void;
}

/** What is told while a test file runs. */
export type TestEvent =
  /** `test` is its full name; two tests may have the same. */
  | { readonly kind: 'began'; readonly test: string }
  | { readonly kind: 'ended'; readonly test: EndedTest }
  /** Printed by the test of that full name, or outside of any. */
  | { readonly kind: 'printed'; readonly text: string; readonly test: string | undefined };

export interface EndedTest {
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly suite: boolean;
  readonly path: TestPath;
  /** Undefined when it is written in another file. */
  readonly place: Position | undefined;
  /** Milliseconds. */
  readonly duration: number;
  readonly failure: TestFailure | undefined;
}

export type TestFailure =
  /** Another one in it failed, and is told of by itself. */
  | { readonly kind: 'inside' }
  /** It waited longer than the limit in milliseconds. */
  | { readonly kind: 'timedOut'; readonly limit: number }
  | { readonly kind: 'threw'; readonly thrown: Thrown; readonly diff: Diff | undefined };

/** Both sides of a comparison as text. */
export interface Diff {
  readonly expected: string;
  readonly actual: string;
}

/** How the run of a file came to its end. */
export type TestFileEnd =
  | { readonly kind: 'completed' }
  /** Every test ended, and something that was left open kept the process going. */
  | { readonly kind: 'lingered' }
  /** Nothing ran. */
  | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun }
  /** Before the end; `during` is the full name of the test that did not come back. */
  | { readonly kind: 'stopped'; readonly stopped: Stopped; readonly during: string | undefined }
  | { readonly kind: 'cancelled' };
