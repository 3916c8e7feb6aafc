import type { DatabaseSync } from 'node:sqlite';

/** `GrUp` in ASCII: what SQLite's own header says this file is. */
const applicationId = 0x47725570;
const schemaNumber = 1;

const tables = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    json INTEGER NOT NULL,
    created INTEGER NOT NULL,
    data BLOB NOT NULL,
    metadata BLOB NOT NULL,
    findable INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX events_by_revision ON events (stream, revision);
  CREATE INDEX events_by_id ON events (id) WHERE findable = 1;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaNumber};
`;

/**
 * Takes the file for this process alone and makes sure that it is ours. The lock is the
 * operating system's, so it goes with the process however that ends, and no stale one is ever left.
 * Throws what SQLite throws; `errcode` 5 (SQLITE_BUSY) when another process holds the file.
 */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;');
  const held = numberIn(database, 'application_id');
  const found = numberIn(database, 'user_version');
  if (held === applicationId && found > schemaNumber) {
    throw new Error('It was written by a newer Ground Up; update this one to open it.');
  }
  if (held !== applicationId && (held !== 0 || found !== 0)) throw new Error('It is not an event store of Ground Up.');
  // An immediate transaction writes nothing here, but takes the lock even when there is nothing to create.
  database.exec('BEGIN IMMEDIATE');
  if (held !== applicationId) database.exec(tables);
  database.exec('COMMIT');
}

function numberIn(database: DatabaseSync, pragma: string): number {
  const value = Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  return typeof value === 'number' ? value : 0;
}
