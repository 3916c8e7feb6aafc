import { inspect } from 'node:util';
import type { Diff } from '../../learner-tests.ts';
import type { DescribeThrown } from '../driver/thrown.ts';
import type { RawFailure } from './wire.ts';

/** Longer texts are nothing to compare by eye; characters. */
const longest = 20_000;

/** What `node:test` says of a failure, wrapped around what was thrown. */
interface TestError {
  readonly cause?: unknown;
  readonly failureType?: unknown;
}

export function describeFailure(error: TestError & Error, describe: DescribeThrown): RawFailure {
  const { cause, failureType } = error;
  if (failureType === 'subtestsFailed') return { how: 'inside' };
  if (failureType === 'testTimeoutFailure') return { how: 'timedOut' };
  const what = cause ?? error;
  const diff = diffOf(what);
  return { how: 'threw', thrown: describe(what), ...(diff === undefined ? {} : { diff }) };
}

/** What an assertion compared. `assert.ok` compares nothing, though it says so; `assert.throws` compares no values. */
function diffOf(error: unknown): Diff | undefined {
  if (!(error instanceof Error) || !('operator' in error && 'expected' in error && 'actual' in error)) return undefined;
  const { operator, expected, actual } = error;
  if (operator === '==' && expected === true) return undefined;
  if (!/^(?:==|(?:partialD|d)eep(?:Strict)?Equal|strictEqual)$/.test(String(operator))) return undefined;
  try {
    return { expected: textOf(expected), actual: textOf(actual) };
  } catch {
    // A value may refuse to be looked at; the message is told all the same.
    return undefined;
  }
}

function textOf(value: unknown): string {
  const text =
    typeof value === 'string' && value.includes('\n')
      ? value
      : inspect(value, { depth: 20, sorted: true, compact: 1, breakLength: 60, maxArrayLength: 1_000 });
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
