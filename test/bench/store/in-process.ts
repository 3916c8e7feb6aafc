import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../../src/eventstore/open.ts';
import { sampleData } from './sample.ts';
import { median, milliseconds, timed } from './statistics.ts';

const count = 2000;

/**
 * Appends in this process against a loop of bare inserts with the same durability, each in a transaction of its own.
 * Gives the milliseconds that one bare insert takes.
 */
export async function benchInProcess(rounds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-bench-'));
  const opened = await openEmbeddedStore(join(folder, 'store'));
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  const bare = bareTable(join(folder, 'bare.sqlite'));
  const times = { bare: [] as number[], store: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const bareTime = await timed(() => insertBare(bare));
    const storeTime = await timed(() => appendOneByOne(opened.store));
    if (round < 0) continue;
    times.bare.push(bareTime);
    times.store.push(storeTime);
  }
  const ratio = median(times.bare.map((time, round) => time / (times.store[round] ?? Number.NaN)));
  const each = (values: readonly number[]) => milliseconds(median(values) / count);
  console.log(
    `${'in-process appends'.padEnd(20)} bare inserts ${each(times.bare)} · store ${each(times.store)} each, ratio ${ratio.toFixed(2)} · aim 0.8`,
  );
  opened.store.dispose();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  return median(times.bare) / count;
}

function bareTable(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, id TEXT, type TEXT, data BLOB)',
  );
  return database;
}

function insertBare(database: DatabaseSync): void {
  const insert = database.prepare('INSERT INTO events (stream, revision, id, type, data) VALUES (?, ?, ?, ?, ?)');
  for (let n = 0; n < count; n += 1) {
    insert.run('bench', n, randomUUID(), 'MoveMade', Buffer.from(JSON.stringify(sampleData(n))));
  }
}

async function appendOneByOne(store: EventStore): Promise<void> {
  const stream = `bench-${randomUUID()}`;
  for (let n = 0; n < count; n += 1)
    await store.append(stream, [jsonEvent({ type: 'MoveMade', data: sampleData(n) })], 'any');
}
