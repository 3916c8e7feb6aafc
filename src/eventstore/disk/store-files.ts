import { join } from 'node:path';

/** The files of a store, in its folder. SQLite adds its log, `events.sqlite-wal`, while the store is open. */
export function databaseIn(folder: string): string {
  return join(folder, 'events.sqlite');
}

export function sealIn(folder: string): string {
  return join(folder, 'events.seal.json');
}
