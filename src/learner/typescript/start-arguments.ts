import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DriverStart } from '../runtime.ts';

export interface StartOptions {
  /** The driver's file. */
  readonly driverPath: string;
  /** Files and folders the learner's code may read: its packages, and nothing of the rest of the machine. */
  readonly readable: readonly string[];
}

/** An editor's own executable is a Node only when it is told so. */
export const asNode: Readonly<Record<string, string>> = { ELECTRON_RUN_AS_NODE: '1' };

/**
 * The runtime's arguments. `guarded` asks for the permission model (no writing, no children, no addons),
 * a second belt beside the parent's limits; whether the runtime has it is only known by trying.
 */
export function startArguments({ driverPath, readable }: StartOptions, start: DriverStart): string[] {
  const { memory, guarded, preload } = start;
  const known = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag);
  const guards = [
    '--permission',
    '--allow-worker',
    ...(known('--allow-net') ? ['--allow-net'] : []),
    ...withRealPaths([dirname(driverPath), ...readable]).flatMap((path) => [
      `--allow-fs-read=${path}`,
      `--allow-fs-read=${path}/*`,
    ]),
  ];
  return [
    `--max-old-space-size=${memory}`,
    '--no-warnings',
    ...(known('--disable-sigusr1') ? ['--disable-sigusr1'] : []),
    ...(guarded ? guards : []),
    driverPath,
    `${memory + spareMemory}`,
    ...preload,
  ];
}

/** The runtime reads the file behind a link, and asks for leave to read just that. */
function withRealPaths(paths: readonly string[]): string[] {
  const real = paths.flatMap((path) => {
    try {
      return [realpathSync(path)];
    } catch {
      return [];
    }
  });
  return [...new Set([...paths, ...real])];
}

/** What the runtime itself needs beside the heap, megabytes. */
const spareMemory = 256;
