import type { run } from 'node:test';
import { inspect } from 'node:util';

export type TestResult =
  | { readonly kind: 'passed' | 'skipped'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly place: Place; readonly reason: string };

/** Where a test stands, as far as node:test says; the line counts from 1. */
export interface Place {
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** Turns what node:test emits into one result per test, named with the suites around it. */
export function eachResult(stream: ReturnType<typeof run>, tell: (result: TestResult) => void): void {
  // Tests are reported in the order they were written, each right after its start.
  const path: string[] = [];
  const nameAt = (nesting: number) => path.slice(0, nesting + 1).join(' › ');
  stream.on('test:start', ({ name, nesting }) => path.splice(nesting, path.length, name));
  stream.on('test:pass', ({ nesting, skip, todo, details: { type } }) => {
    if (type === 'suite') return;
    const left = isSet(skip) || isSet(todo);
    tell({ kind: left ? 'skipped' : 'passed', name: nameAt(nesting) });
  });
  stream.on('test:fail', ({ nesting, file, line, details: { error } }) => {
    // A suite fails because a test in it did, and that one speaks for itself.
    if ('failureType' in error && error.failureType === 'subtestsFailed') return;
    tell({ kind: 'failed', name: nameAt(nesting), place: { file, line }, reason: reasonOf(error) });
  });
}

const isSet = (mark: string | boolean | undefined): boolean => mark !== undefined && mark !== false;

/** What node:test hands out wraps what the test really threw. */
function reasonOf({ cause, message }: Error): string {
  if (cause instanceof Error) return inspect(cause, { colors: false });
  return typeof cause === 'string' ? cause : message;
}
