import { join } from 'node:path';

/** The files of a store, in its folder. The log is SQLite's, and there while the store is open or when its process was killed. */
export function databaseIn(folder: string): string {
  return join(folder, 'events.sqlite');
}

export function logIn(folder: string): string {
  return `${databaseIn(folder)}-wal`;
}

export function sealIn(folder: string): string {
  return join(folder, 'events.seal.json');
}
