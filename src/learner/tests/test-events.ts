import type { CouldNotRun, Stopped } from '../learner-code.ts';
import type { Frame, Thrown } from '../protocol.ts';
import type { Place } from './find-tests.ts';
import type { TestPath } from './names.ts';
import type { Diff } from './wire.ts';

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
  readonly place: Place | undefined;
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

export type { CouldNotRun, Diff, Frame, Stopped, TestPath };
