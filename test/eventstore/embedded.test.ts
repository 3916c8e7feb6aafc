import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { readOwner } from '../../src/eventstore/disk/owner.ts';
import { takeDatabase } from '../../src/eventstore/disk/sqlite-schema.ts';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';

/** Gives a test a folder of its own. */
function inFolder(run: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ground-up-store-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function opened(folder: string) {
  const result = await openEmbeddedStore(folder);
  if (result.kind !== 'opened') throw new Error(`The store could not be opened: ${result.reason}`);
  return result.store;
}

const a = () => jsonEvent({ type: 'A', data: { column: 'D' } });

describe('a store on disk', () => {
  it(
    'makes its folder, and finds everything again when it is opened again',
    inFolder(async (parent) => {
      const folder = join(parent, 'deep', 'er');
      const repeated = [a(), a()];
      const first = await opened(folder);
      const appended = await first.append('game-1', repeated, 'noStream');
      await first.append('game-2', [a()], 'any');
      await first.deleteStream('game-2', 'any');
      await first.tombstoneStream('game-3', 'any');
      first.dispose();

      const second = await opened(folder);
      assert.deepEqual(await second.append('game-1', repeated, 'any'), appended);
      assert.deepEqual(await second.append('game-1', repeated, 'noStream'), appended);
      assert.equal((await second.readStream('game-2')).kind, 'streamNotFound');
      assert.equal((await second.readStream('game-3')).kind, 'streamDeleted');
      const next = await second.append('game-1', [a()], 1n);
      assert.ok(next.kind === 'appended' && appended.kind === 'appended');
      assert.equal(next.revision, 2n);
      assert.ok(next.position > appended.position);
      second.dispose();
    }),
  );

  it(
    'writes what still waits when it is closed',
    inFolder(async (folder) => {
      const first = await opened(folder);
      const waiting = first.append('game-1', [a()], 'any');
      first.dispose();
      assert.equal((await waiting).kind, 'appended');
      const second = await opened(folder);
      assert.equal((await second.readStream('game-1')).kind, 'events');
      second.dispose();
    }),
  );

  it(
    'answers that it was closed to whoever comes too late',
    inFolder(async (folder) => {
      const store = await opened(folder);
      store.dispose();
      store.dispose();
      const closed = { kind: 'unavailable', reason: 'The store was closed.' };
      assert.deepEqual(await store.append('game-1', [a()], 'any'), closed);
      assert.deepEqual(await store.readStream('game-1'), closed);
      assert.deepEqual(await store.readMetadata('game-1'), closed);
    }),
  );
});

describe('durability', () => {
  it(
    'is a write-ahead log that is synced at every commit, in a file that nobody else can open',
    inFolder(async (folder) => {
      const database = new DatabaseSync(join(folder, 'events.sqlite'));
      takeDatabase(database);
      const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      const full = 2;
      assert.deepEqual(['journal_mode', 'synchronous', 'locking_mode'].map(pragma), ['wal', full, 'exclusive']);
      database.close();
    }),
  );

  it(
    'comes before everything: nothing is read or delivered that was not committed yet',
    inFolder(async (folder) => {
      const store = await opened(folder);
      const delivered: string[] = [];
      store.subscribeToStream('game-1', { event: ({ event }) => void delivered.push(event?.type ?? '') });
      const appending = store.append('game-1', [a()], 'any');
      assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
      assert.deepEqual(delivered, []);
      assert.equal((await appending).kind, 'appended');
      assert.equal((await store.readStream('game-1')).kind, 'events');
      store.dispose();
    }),
  );
});

describe('the owner of a data folder', () => {
  it(
    'is told to whoever comes second, with the address where its store can be reached',
    inFolder(async (folder) => {
      const store = await opened(folder);
      store.announce('esdb://127.0.0.1:2113?tls=false');
      const second = await openEmbeddedStore(folder);
      assert.ok(second.kind === 'held');
      assert.deepEqual(second.owner, { pid: process.pid, connectionString: 'esdb://127.0.0.1:2113?tls=false' });
      assert.match(second.reason, /held by this process already/);
      store.dispose();
      assert.equal(readOwner(folder), undefined);
      (await opened(folder)).dispose();
    }),
  );

  it(
    'that died left a note and no lock, so the folder is free',
    inFolder(async (folder) => {
      (await opened(folder)).dispose();
      writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: 1, connectionString: 'esdb://gone' }));
      const store = await opened(folder);
      assert.deepEqual(readOwner(folder), { pid: process.pid });
      store.dispose();
    }),
  );
});

describe('what cannot be opened', () => {
  it(
    'is told in a sentence: a file where the folder should be',
    inFolder(async (parent) => {
      const folder = join(parent, 'file');
      writeFileSync(folder, 'not a folder');
      const result = await openEmbeddedStore(folder);
      assert.ok(result.kind === 'failed');
      assert.match(result.reason, /could not be opened/);
    }),
  );

  it(
    'is left as it is: somebody else’s database',
    inFolder(async (folder) => {
      const database = new DatabaseSync(join(folder, 'events.sqlite'));
      database.exec('PRAGMA user_version = 7; CREATE TABLE precious (x)');
      database.close();
      const result = await openEmbeddedStore(folder);
      assert.ok(result.kind === 'failed');
      assert.match(result.reason, /not an event store of Ground Up/);
    }),
  );

  it(
    'is left as it is: a store written by a newer Ground Up',
    inFolder(async (folder) => {
      (await opened(folder)).dispose();
      const database = new DatabaseSync(join(folder, 'events.sqlite'));
      database.exec('PRAGMA user_version = 99');
      database.close();
      const result = await openEmbeddedStore(folder);
      assert.ok(result.kind === 'failed');
      assert.match(result.reason, /newer Ground Up/);
    }),
  );

  it(
    'is told in a sentence: a file that is no database',
    inFolder(async (folder) => {
      writeFileSync(
        join(folder, 'events.sqlite'),
        'this is a text that is longer than a page header would be '.repeat(20),
      );
      const result = await openEmbeddedStore(folder);
      assert.ok(result.kind === 'failed');
      assert.match(result.reason, /not a database/);
    }),
  );
});
