import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { makeSchema } from '../../src/eventstore/disk/sqlite-schema.ts';
import { questions } from '../../src/eventstore/disk/sqlite-statements.ts';

/** The columns that SQLite compares in an index to find the rows; none where it walks through them. */
function comparedToFind(database: DatabaseSync, question: string): readonly string[] {
  const nothing = Array.from(question.matchAll(/\?/g), () => null);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${question}`).all(...nothing);
  assert.ok(
    plan.every(({ detail }) => !String(detail).startsWith('SCAN')),
    `${question}\n${JSON.stringify(plan)}`,
  );
  return [...String(plan[0]?.detail).matchAll(/(\w+)[=<>]/g)].map(([, column]) => String(column));
}

/** Found after an append took the longer the longer its stream was, and 100,000 of them half an hour. */
describe('what is asked of the file', () => {
  it('finds its rows by an index, however much is stored', () => {
    using database = new DatabaseSync(':memory:');
    makeSchema(database, 'nothing');
    const found = Object.entries(questions).map(([name, question]) => [name, comparedToFind(database, question)]);
    assert.deepEqual(Object.fromEntries(found), {
      streamId: ['name'],
      lastPosition: [],
      lastRevision: ['stream'],
      revisionOfId: ['id'],
      streamForwards: ['stream', 'revision'],
      streamBackwards: ['stream', 'revision'],
      allForwards: ['rowid'],
      allBackwards: ['rowid'],
    });
  });
});
