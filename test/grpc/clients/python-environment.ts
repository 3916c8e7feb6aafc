import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Kept between runs, where nothing of the project's own lies. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/ground-up/python', import.meta.url));

const packages = ['esdbclient==1.1.7', 'kurrentdbclient==1.0.7'];

export type PythonEnvironment =
  | { readonly kind: 'ready'; readonly python: string }
  /** In a sentence: what is missing here. */
  | { readonly kind: 'missing'; readonly reason: string };

/** A virtual environment with Python's two clients, made when it is not there yet. */
export async function pythonEnvironment(): Promise<PythonEnvironment> {
  const windows = process.platform === 'win32';
  const python = join(folder, ...(windows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  if (!existsSync(python)) {
    const made = await attempt(windows ? 'python' : 'python3', ['-m', 'venv', folder]);
    if (made !== undefined) return { kind: 'missing', reason: `Python 3 with venv is needed: ${made}` };
  }
  if ((await attempt(python, ['-c', 'import esdbclient, kurrentdbclient'])) === undefined)
    return { kind: 'ready', python };
  const installed = await attempt(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...packages,
  ]);
  if (installed !== undefined)
    return { kind: 'missing', reason: `Python’s clients could not be installed from PyPI: ${installed}` };
  return { kind: 'ready', python };
}

/** What went wrong, in its last line; undefined when nothing did. */
async function attempt(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    await run(command, args, { timeout: 120_000 });
    return undefined;
  } catch (thrown) {
    const { stderr = '', message = '' } =
      thrown instanceof Error ? { stderr: '', ...thrown, message: thrown.message } : {};
    return (String(stderr).trim() || message).split('\n').at(-1) ?? message;
  }
}
