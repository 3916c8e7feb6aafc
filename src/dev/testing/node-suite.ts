import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from '../root.ts';
import { none, type Outcome, type Suite, type Tally } from './suite.ts';

export interface NodeSuiteOptions {
  /** How many files at once; as many as there are processors less one when left out. */
  readonly concurrency?: number;
  /** Milliseconds a single test may take. */
  readonly timeout?: number;
}

/** Test files for node:test, each in a process of its own. */
export function nodeSuite(title: string, files: readonly string[], options: NodeSuiteOptions = {}): Suite {
  return { title, run: () => (files.length === 0 ? Promise.resolve(nothing) : runFiles(files, options)) };
}

const nothing: Outcome = { tally: none, report: '' };

function runFiles(files: readonly string[], { concurrency, timeout }: NodeSuiteOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const failures: string[] = [];
    const printed = new Map<string, string>();
    let tally: Tally = none;
    const keep = ({ file, message }: { readonly file: string; readonly message: string }) =>
      printed.set(file, (printed.get(file) ?? '') + message);

    const stream = run({
      files: [...files],
      concurrency: concurrency ?? true,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      ...(timeout === undefined ? {} : { timeout }),
    });
    stream.on('test:stdout', keep);
    stream.on('test:stderr', keep);
    stream.on('test:fail', ({ name, file, line, details }) => {
      // A suite fails because a test in it did, and that one speaks for itself.
      if (isBecauseOfATestInside(details.error)) return;
      const place = file === undefined ? '' : ` (${relative(root, file)}:${line ?? 1})`;
      failures.push(`✖ ${name}${place}\n${indent(reasonOf(details.error))}${outputOf(printed, file)}`);
    });
    stream.on('test:summary', ({ file, counts }) => {
      if (file !== undefined) return;
      const { tests, passed, skipped, todo } = counts;
      tally = { passed, failed: tests - passed - skipped - todo, skipped: skipped + todo };
    });
    stream.on('error', reject);
    stream.on('end', () => resolve({ tally, report: failures.join('\n\n') }));
    stream.resume();
  });
}

const isBecauseOfATestInside = (error: Error): boolean =>
  'failureType' in error && error.failureType === 'subtestsFailed';

/** What node:test hands out wraps what the test really threw. */
function reasonOf(error: Error): string {
  const { cause } = error;
  if (cause instanceof Error && typeof cause.stack === 'string') return inspect(cause, { colors: false });
  return typeof cause === 'string' ? cause : error.message;
}

/** What the file printed, told once. */
function outputOf(printed: Map<string, string>, file: string | undefined): string {
  const text = file === undefined ? undefined : printed.get(file)?.trim();
  if (file === undefined || text === undefined || text === '') return '';
  printed.delete(file);
  return `\n  printed by this file:\n${indent(text)}`;
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ');
