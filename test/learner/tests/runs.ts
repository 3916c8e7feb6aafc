import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../src/dev/root.ts';
import { runTestFile, type TestFileRun } from '../../../src/learner/tests/run-test-file.ts';
import type { EndedTest, TestEvent, TestFileEnd } from '../../../src/learner/tests/test-events.ts';

export const testFile = 'test/a.test.ts';

export interface Ran {
  readonly end: TestFileEnd;
  readonly events: readonly TestEvent[];
  readonly ended: readonly EndedTest[];
  /** What came of each test, by its full name. */
  readonly results: Readonly<Record<string, string>>;
  readonly printed: string;
}

/** Runs a test file on the driver's own source, in an empty folder. */
export async function runTests(
  code: string,
  { files = {}, heard, ...options }: Partial<Omit<TestFileRun, 'files'>> & Options = {},
): Promise<Ran> {
  const workspace = mkdtempSync(join(tmpdir(), 'ground-up-tests-'));
  const events: TestEvent[] = [];
  const end = await runTestFile({
    execPath: process.execPath,
    driverPath: inRoot('src/learner/test-driver.ts'),
    workspace,
    file: testFile,
    only: undefined,
    packages: {},
    environment: {},
    time: 5_000,
    signal: new AbortController().signal,
    ...options,
    files: new Map([[testFile, code], ...Object.entries(files)]),
    tell(event) {
      events.push(event);
      heard?.(event);
    },
  });
  rmSync(workspace, { recursive: true });
  const ended = events.flatMap((event) => (event.kind === 'ended' ? [event.test] : []));
  const results = Object.fromEntries(ended.map(({ path, result }) => [path.join(' > '), result]));
  const printed = events.map((event) => (event.kind === 'printed' ? event.text : '')).join('');
  return { end, events, ended, results, printed };
}

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly heard?: (event: TestEvent) => void;
}
