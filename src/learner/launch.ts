import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a child is started. */
export interface Launch {
  /** The host's own executable; in VS Code that is Electron, which then acts as Node. */
  readonly execPath: string;
  /** The driver's file. */
  readonly driverPath: string;
  /** Files and folders the learner's code may read: its packages, and nothing of the rest of the machine. */
  readonly readable: readonly string[];
  /** Whether to try the permission model. */
  readonly guarded: boolean;
}

/** What one child is started for. */
export interface Birth {
  /** Heap, megabytes. */
  readonly memory: number;
  readonly guarded: boolean;
  /** Addresses of packages to load while it waits. */
  readonly preload: readonly string[];
}

/**
 * The runtime's arguments. `guarded` asks for the permission model (no writing, no children, no addons),
 * a second belt beside the parent's limits; whether the runtime has it is only known by trying.
 */
export function childArguments(launch: Launch, { memory, guarded, preload }: Birth): string[] {
  const known = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag);
  const readable = withRealPaths([dirname(launch.driverPath), ...launch.readable]);
  const guards = [
    '--permission',
    '--allow-worker',
    ...(known('--allow-net') ? ['--allow-net'] : []),
    ...readable.flatMap((path) => [`--allow-fs-read=${path}`, `--allow-fs-read=${path}/*`]),
  ];
  return [
    `--max-old-space-size=${memory}`,
    '--no-warnings',
    ...(known('--disable-sigusr1') ? ['--disable-sigusr1'] : []),
    ...(guarded ? guards : []),
    launch.driverPath,
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

const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG'];

/** Nothing of the host's environment but what a runtime needs to start: it may hold secrets, and options for Node. */
export function childEnvironment(mark: Readonly<Record<string, string>>): Record<string, string> {
  const own = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { ...Object.fromEntries(own), ELECTRON_RUN_AS_NODE: '1', ...mark };
}
