import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A store as the first Ground Up wrote it: positions that count, no checksums, no seal. */
export function writeFirstSchema(folder: string, streams: Readonly<Record<string, readonly string[]>>): void {
  const database = new DatabaseSync(join(folder, 'events.sqlite'));
  database.exec(`
    PRAGMA journal_mode = WAL;
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
    PRAGMA application_id = ${0x47725570};
    PRAGMA user_version = 1;
  `);
  const addStream = database.prepare('INSERT INTO streams (name) VALUES (?)');
  const addEvent = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, 1, 1720400000000, ?, x'', 1)");
  let position = 0;
  for (const [name, types] of Object.entries(streams)) {
    const stream = addStream.run(name).lastInsertRowid;
    for (const [revision, type] of types.entries()) {
      position += 1;
      const id = `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
      addEvent.run(position, stream, revision, id, type, Buffer.from(`{"n":${position}}`));
    }
  }
  database.close();
}
