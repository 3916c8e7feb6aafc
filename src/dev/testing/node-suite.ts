import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { inRoot, root } from '../root.ts';
import { eachResult, type TestResult } from './node-events.ts';
import { add, none, type Outcome, type Suite, type Tally } from './suite.ts';
import { bundleTestDrivers } from './test-drivers.ts';

export interface NodeSuiteOptions {
  /** How many files at once; as many as there are processors when left out. */
  readonly concurrency?: number;
  /** Whether the files share a process, one after the other: for those that need less time than a process to start. */
  readonly inOneProcess?: boolean;
  /** Milliseconds for a whole file: what hangs fails instead of keeping everybody waiting. */
  readonly fileLimit?: number;
}

/** Test files for node:test, each in a process of its own unless told otherwise. */
export function nodeSuite(title: string, files: readonly string[], options: NodeSuiteOptions = {}): Suite {
  return { title, run: () => (files.length === 0 ? Promise.resolve(nothing) : runFiles(files, options)) };
}

/** Milliseconds. */
const slowFile = 20_000;

const nothing: Outcome = { tally: none, report: '' };

async function runFiles(files: readonly string[], options: NodeSuiteOptions): Promise<Outcome> {
  const drivers = await bundleTestDrivers();
  try {
    return await outcomeOf(startTests(files, options, { ...process.env, ...drivers.environment }));
  } finally {
    await drivers.dispose();
  }
}

type Tests = ReturnType<typeof run>;

function startTests(files: readonly string[], options: NodeSuiteOptions, env: NodeJS.ProcessEnv): Tests {
  const { concurrency = availableParallelism(), inOneProcess = false, fileLimit = 300_000 } = options;
  return run({
    ...(inOneProcess
      ? { files: [inRoot('src/dev/testing/in-one-process.ts')], argv: [...files] }
      : { files: [...files] }),
    concurrency,
    timeout: fileLimit,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env,
  });
}

function outcomeOf(tests: Tests): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const failures: string[] = [];
    const printed = new Map<string, string>();
    let tally: Tally = none;
    const keep = ({ file, message }: { readonly file: string; readonly message: string }) =>
      printed.set(file, (printed.get(file) ?? '') + message);

    tests.on('test:stdout', keep);
    tests.on('test:stderr', keep);
    eachResult(tests, (result) => {
      tally = add(tally, { ...none, [result.kind]: 1 });
      if (result.kind === 'failed') failures.push(failureText(result, printed));
    });
    const durations = new Map<string, number>();
    tests.on('test:summary', ({ file, duration_ms }) => {
      if (file !== undefined) durations.set(file, duration_ms);
    });
    tests.on('error', reject);
    tests.on('end', () => resolve({ tally, report: [...failures, ...slowestOf(durations)].join('\n\n') }));
    tests.resume();
  });
}

/** The files that took longer than people like to wait, so that somebody makes them quicker. */
function slowestOf(durations: ReadonlyMap<string, number>): readonly string[] {
  const slow = [...durations].filter(([, duration]) => duration > slowFile).sort(([, one], [, other]) => other - one);
  const texts = slow.slice(0, 5).map(([file, duration]) => `${relative(root, file)} ${Math.round(duration / 1000)} s`);
  return texts.length === 0 ? [] : [`  slowest: ${texts.join(', ')}`];
}

type Failure = Extract<TestResult, { readonly kind: 'failed' }>;

function failureText({ name, place: { file, line }, reason }: Failure, printed: Map<string, string>): string {
  const place = file === undefined ? '' : ` (${relative(root, file)}:${line ?? 1})`;
  return `✖ ${name}${place}\n${indent(reason)}${outputOf(printed, file)}`;
}

/** What the file printed, told once. */
function outputOf(printed: Map<string, string>, file: string | undefined): string {
  const text = file === undefined ? undefined : printed.get(file)?.trim();
  if (file === undefined || text === undefined || text === '') return '';
  printed.delete(file);
  return `\n  printed by this file:\n${indent(text)}`;
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ');
