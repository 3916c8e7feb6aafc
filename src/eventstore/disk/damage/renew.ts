import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { exportStore } from '../look.ts';
import { databaseIn, logIn, sealIn } from '../store-files.ts';
import { importStore } from './restore.ts';

export interface Renewed {
  /** Where the files are now that were there before. */
  readonly setAside: string;
  /** Events that the new store has from the old one. */
  readonly events: number;
  /** A sentence for each that could not be brought along. */
  readonly lost: readonly string[];
}

/** Sets a store's files aside, whatever is wrong with them, and makes a new one of all that can be read. Nobody may have it open. */
export async function renewStore(folder: string): Promise<Renewed> {
  const setAside = join(folder, `set-aside-${new Date().toISOString().replaceAll(':', '-')}`);
  mkdirSync(setAside, { recursive: true });
  const files = [databaseIn, sealIn, logIn];
  for (const file of files) if (existsSync(file(folder))) renameSync(file(folder), file(setAside));
  const lines: string[] = [];
  const exported = await exportStore(setAside, (line) => lines.push(line));
  if (exported.kind !== 'exported') return { setAside, events: 0, lost: [exported.reason] };
  const imported = await importStore(folder, each(lines));
  if (imported.kind !== 'imported') return { setAside, events: 0, lost: [imported.reason] };
  return { setAside, events: imported.events, lost: exported.lost };
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
