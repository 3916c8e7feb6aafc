import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The same program lies beside the bundle, or in its own folder among the sources. */
function programPath(): string {
  const bundled = join(import.meta.dirname, 'projection.js');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '../runtime/main.ts');
}

/** Nothing of this process' environment but what a runtime needs to start. An editor's own executable is a Node only when it is told so. */
function environment(): Record<string, string> {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' };
}

/**
 * Starts the process for one projection's code. What keeps the code in: it is compiled in a world
 * without anything of Node's, no code is made of texts, its heap is limited, and where the runtime
 * has permissions it may read its own program and nothing more.
 */
export function startProgram(memory: number): ChildProcess {
  const program = programPath();
  const folders = [...new Set([dirname(program), realpathSync(dirname(program))])];
  const guards = process.allowedNodeEnvironmentFlags.has('--permission') && process.versions.electron === undefined;
  const args = [
    `--max-old-space-size=${memory}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    ...(guards ? ['--permission', ...folders.map((folder) => `--allow-fs-read=${folder}/*`)] : []),
    program,
  ];
  return spawn(process.execPath, args, {
    cwd: tmpdir(),
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  });
}
