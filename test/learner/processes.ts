import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Disposable } from '../../src/base/disposable.ts';

/** Processes known by a folder for temporary files of their own, which children inherit. Linux only; elsewhere none are seen. */
export interface OwnProcesses extends Disposable {
  readonly folder: string;
  /** Waits a little until no more than that many are left. */
  left(expected: number): Promise<readonly string[]>;
}

export function ownProcesses(): OwnProcesses {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  process.env.TMPDIR = folder;
  return {
    folder,
    async left(expected) {
      for (let attempt = 0; attempt < 80 && running(folder).length > expected; attempt++) await pause(25);
      return running(folder);
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function running(folder: string): string[] {
  if (!existsSync('/proc')) return [];
  const pids = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid);
  return pids
    .filter((pid) => textOf(pid, 'environ').split('\0').includes(`TMPDIR=${folder}`))
    .map((pid) => `${pid} ${textOf(pid, 'cmdline').replaceAll('\0', ' ')}`);
}

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
