import type { Diff } from '../../learner-tests.ts';
import type { Thrown } from '../../protocol.ts';
import type { TypeScriptModule } from '../wire.ts';

/** What a test driver is asked for, in one line of JSON. */
export interface TestRequest {
  readonly modules: readonly TypeScriptModule[];
  /** The test file: its address among the modules, and its path on the disk. */
  readonly address: string;
  readonly path: string;
  /** Regular expressions for the names of those to run; without any, all run. */
  readonly patterns: readonly string[];
  /** How long a test may wait for something, milliseconds. */
  readonly time: number;
}

/** What it tells, a line of JSON each. */
export type TestAnswer =
  | { readonly kind: 'printed'; readonly text: string }
  /** A test's own code comes next; told before it runs, so that it is known which one does not come back. */
  | { readonly kind: 'began'; readonly fullName: string }
  | TestEnded
  | { readonly kind: 'loadFailed'; readonly thrown: Thrown }
  /** The runtime cannot do it. */
  | { readonly kind: 'lacks'; readonly what: string }
  /** Every test has ended. */
  | { readonly kind: 'done' };

export interface TestEnded {
  readonly kind: 'ended';
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly suite: boolean;
  /** Its name behind those of what it is in. */
  readonly path: readonly string[];
  readonly place: RawPlace;
  /** Milliseconds. */
  readonly duration: number;
  readonly failure?: RawFailure;
}

/** Where a test is written: the module's address, line and column from 1. */
export interface RawPlace {
  readonly address: string;
  readonly line: number;
  readonly column: number;
}

export type RawFailure =
  /** Another one that is in it failed, and speaks for itself. */
  | { readonly how: 'inside' }
  | { readonly how: 'timedOut' }
  | { readonly how: 'threw'; readonly thrown: Thrown; readonly diff?: Diff };
