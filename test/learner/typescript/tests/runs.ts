import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EndedTest, TestEvent, TestFileEnd, TestFileRun } from '../../../../src/learner/learner-tests.ts';
import { createTypeScriptRuntime, type TypeScriptOptions } from '../../../../src/learner/typescript/runtime.ts';
import { driverPath, testDriverPath } from '../../../hosts.ts';

export const testFile = 'test/a.test.ts';

export interface Ran {
  readonly end: TestFileEnd;
  readonly events: readonly TestEvent[];
  readonly ended: readonly EndedTest[];
  /** What came of each test, by its full name. */
  readonly results: Readonly<Record<string, string>>;
  readonly printed: string;
}

/** Runs a test file in an empty folder. */
export async function runTests(
  code: string,
  { files = {}, heard, execPath, packages, ...options }: Partial<Omit<TestFileRun, 'files'>> & Options = {},
): Promise<Ran> {
  const workspace = mkdtempSync(join(tmpdir(), 'ground-up-tests-'));
  const events: TestEvent[] = [];
  const { tests } = createTypeScriptRuntime({
    driverPath,
    testDriverPath,
    ...(execPath && { execPath }),
    ...(packages && { packages }),
  });
  const end = await tests.run({
    workspace,
    file: testFile,
    only: undefined,
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

interface Options extends Pick<Partial<TypeScriptOptions>, 'execPath' | 'packages'> {
  readonly files?: Readonly<Record<string, string>>;
  readonly heard?: (event: TestEvent) => void;
}
