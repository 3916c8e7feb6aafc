import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { byPlace, eventColumns, namePlace } from './event-rows.ts';

const ofStream = `SELECT ${eventColumns} FROM events WHERE stream = ? AND revision`;
const ofAll = `SELECT ${eventColumns}, name AS "${namePlace}" FROM events JOIN streams ON streams.id = events.stream WHERE position`;

/** What is asked of the file. Each finds its rows by an index: none takes longer because more is stored. */
export const questions = {
  streamId: 'SELECT id FROM streams WHERE name = ?',
  lastPosition: 'SELECT max(position) AS position FROM events',
  lastRevision: 'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
  // An id that stands there twice is the one that was written last. The plus signs keep SQLite from
  // looking for it through the whole stream, from its end, instead of in the index of ids.
  revisionOfId:
    'SELECT revision FROM events WHERE id = ? AND findable = 1 AND +stream = ? ORDER BY +revision DESC LIMIT 1',
  streamForwards: `${ofStream} >= ? ORDER BY revision LIMIT ?`,
  streamBackwards: `${ofStream} <= ? ORDER BY revision DESC LIMIT ?`,
  allForwards: `${ofAll} >= ? ORDER BY position LIMIT ?`,
  allBackwards: `${ofAll} <= ? ORDER BY position DESC LIMIT ?`,
};

export function prepare(database: DatabaseSync) {
  const statement = (sql: string): StatementSync => database.prepare(sql);
  return {
    begin: statement('BEGIN IMMEDIATE'),
    commit: statement('COMMIT'),
    rollback: statement('ROLLBACK'),
    insertStream: statement('INSERT INTO streams (name) VALUES (?)'),
    insertEvent: statement('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    streamId: statement(questions.streamId),
    lastPosition: statement(questions.lastPosition),
    lastRevision: statement(questions.lastRevision),
    revisionOfId: statement(questions.revisionOfId),
    streamForwards: byPlace(statement(questions.streamForwards)),
    streamBackwards: byPlace(statement(questions.streamBackwards)),
    allForwards: byPlace(statement(questions.allForwards)),
    allBackwards: byPlace(statement(questions.allBackwards)),
  };
}
