import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Disposable, toDisposable } from '../../../src/base/disposable.ts';
import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';

export interface Vitest extends Disposable {
  run(): Promise<void>;
}

const here = join(import.meta.dirname, 'vitest');
const installed = inRoot('.vscode-test', 'bench-vitest');

export interface VitestOptions {
  /** Which of the specs in `vitest/` says what the exercise's steps look for. */
  readonly spec: string;
  readonly files: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
}

/** The learner's files with the same assertions for vitest, in a folder of their own; vitest itself is installed once. */
export async function prepareVitest({ spec, files, environment }: VitestOptions): Promise<Vitest> {
  await installVitest();
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-vitest-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(here, spec), join(folder, spec));
  lendPackages(join(folder, 'node_modules'));
  return {
    async run() {
      const { code, output } = await runProgram(
        process.execPath,
        [join(installed, 'node_modules/vitest/vitest.mjs'), 'run'],
        { cwd: folder, env: { ...process.env, ...environment } },
      );
      if (code !== 0) throw new Error(`vitest did not pass:\n${output}`);
    },
    ...toDisposable(() => rmSync(folder, { recursive: true, force: true })),
  };
}

/** Vitest's own packages, and the store's client as a learner has it who installed it. */
function lendPackages(folder: string): void {
  mkdirSync(join(folder, '@eventstore'), { recursive: true });
  for (const name of readdirSync(join(installed, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(installed, 'node_modules', name), join(folder, name));
  }
  symlinkSync(inRoot('node_modules/@eventstore/db-client'), join(folder, '@eventstore/db-client'));
}

async function installVitest(): Promise<void> {
  if (existsSync(join(installed, 'node_modules/vitest'))) return;
  mkdirSync(installed, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(installed, file));
  const { code, output } = await runProgram('npm', ['ci', '--no-audit', '--no-fund'], { cwd: installed });
  if (code !== 0) throw new Error(`vitest could not be installed:\n${output}`);
}
