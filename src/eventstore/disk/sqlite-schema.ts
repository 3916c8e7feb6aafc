import type { DatabaseSync } from 'node:sqlite';
import { migrateFromFirst } from './migration.ts';

/** `GrUp` in ASCII: what SQLite's own header says this file is. */
const applicationId = 0x47725570;
/** 1: no checksums, positions that count events, no index of the standard projections. */
const schemaNumber = 2;

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
    findable INTEGER NOT NULL,
    checksum INTEGER
  );
  CREATE UNIQUE INDEX events_by_revision ON events (stream, revision);
  CREATE INDEX events_by_id ON events (id) WHERE findable = 1;
  PRAGMA application_id = ${applicationId};
`;

/** `counted until`: up to this position, positions count events; afterwards they are places in the log. */
const indexTables = `
  CREATE TABLE index_pages (
    stream TEXT NOT NULL,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    positions BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (stream, first)
  ) WITHOUT ROWID;
  CREATE TABLE marks (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO marks VALUES ('indexed until', 0), ('counted until', 0);
  PRAGMA user_version = ${schemaNumber};
`;

export type FileContent = 'nothing' | 'a store' | 'an older store';

/**
 * Takes the file for this process alone and says what is in it. The lock is the operating
 * system's, so it goes with the process however that ends, and no stale one is ever left.
 * Throws what SQLite throws; `errcode` 5 (SQLITE_BUSY) when another process holds the file.
 */
export function takeDatabase(database: DatabaseSync): FileContent {
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;');
  const held = numberIn(database, 'application_id');
  const found = numberIn(database, 'user_version');
  if (held === applicationId && found > schemaNumber) {
    throw new Error('It was written by a newer Ground Up; update this one to open it.');
  }
  if (held !== applicationId && (held !== 0 || found !== 0)) throw new Error('It is not an event store of Ground Up.');
  // An immediate transaction writes nothing here, but takes the lock even when there is nothing to create.
  database.exec('BEGIN IMMEDIATE; COMMIT');
  if (held !== applicationId) return 'nothing';
  return found === schemaNumber ? 'a store' : 'an older store';
}

/** Makes what the store needs, out of nothing or of what an earlier Ground Up left; all of it or nothing. */
export function makeSchema(database: DatabaseSync, content: FileContent): void {
  if (content === 'a store') return;
  database.exec('BEGIN IMMEDIATE');
  try {
    if (content === 'nothing') database.exec(tables + indexTables);
    else migrateFromFirst(database, indexTables);
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

function numberIn(database: DatabaseSync, pragma: string): number {
  const value = Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  return typeof value === 'number' ? value : 0;
}
