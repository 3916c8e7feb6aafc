import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { databaseIn, logIn, sealIn } from '../../src/eventstore/disk/store-files.ts';
import { jsonEvent, originalOf } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';
import type { StoreUnavailable } from '../../src/eventstore/results.ts';
import { collect, read, typesIn, typesInAll } from '../conformance/harness.ts';
import { writeFirstSchema } from './first-schema.ts';

function inFolder(run: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ground-up-damage-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function opened(folder: string) {
  const result = await openEmbeddedStore(folder);
  if (result.kind !== 'opened') throw new Error(result.reason);
  return result.store;
}

async function reasonAgainst(folder: string): Promise<string> {
  const result = await openEmbeddedStore(folder);
  if (result.kind === 'opened') {
    result.store.dispose();
    throw new Error('It was opened.');
  }
  return result.reason;
}

const a = (text = 'as it was written') => jsonEvent({ type: 'A', data: { text } });

/** A store of some events that was closed in order. */
async function given(folder: string): Promise<void> {
  const store = await opened(folder);
  await store.append('game-1', [a(), a('this very one'), a()], 'any');
  await store.append('game-2', [a()], 'any');
  store.dispose();
}

/** Changes one word in the file, to another as long. */
function overwrite(folder: string, was: string, becomes: string): void {
  const content = readFileSync(databaseIn(folder));
  const at = content.indexOf(was);
  assert.ok(at > 0, `${was} is in the file`);
  content.write(becomes, at);
  writeFileSync(databaseIn(folder), content);
}

describe('a file that was changed while nobody had the store open', () => {
  it(
    'is not opened when an event is not as it was written; what is wrong, and what to do, is told',
    inFolder(async (folder) => {
      await given(folder);
      overwrite(folder, 'this very one', 'this very two');
      const reason = await reasonAgainst(folder);
      assert.match(reason, /cannot be read: Event 1 of game-1 \(position \d+\) is not as it was written/);
      assert.match(reason, /ground-up serve --data .* --export FILE/);
    }),
  );

  it(
    'is opened with a remark when all in it is as it was written',
    inFolder(async (folder) => {
      await given(folder);
      const database = new DatabaseSync(databaseIn(folder));
      database.exec('VACUUM');
      database.close();
      const store = await opened(folder);
      assert.match(store.remark ?? '', /was changed since it was closed last/);
      assert.equal((await read(store, 'game-1')).length, 3);
      store.dispose();
      const again = await opened(folder);
      assert.equal(again.remark, undefined);
      again.dispose();
    }),
  );

  for (const [how, harm] of [
    ['empty', (file: string) => truncateSync(file, 0)],
    ['gone', (file: string) => rmSync(file)],
  ] as const) {
    it(
      `is not taken for a new store when it is ${how}`,
      inFolder(async (folder) => {
        await given(folder);
        harm(databaseIn(folder));
        assert.match(await reasonAgainst(folder), /There was a store in it, and its file .* is empty or gone/);
        assert.match(await reasonAgainst(folder), /There was a store in it/);
        rmSync(sealIn(folder));
        (await opened(folder)).dispose();
      }),
    );
  }
});

describe('a store whose process was killed', () => {
  it(
    'is looked through before it is opened again',
    inFolder(async (folder) => {
      await given(folder);
      writeFileSync(sealIn(folder), '{"state":"open"}');
      const content = readFileSync(databaseIn(folder));
      content.fill(0, content.length - 4096);
      writeFileSync(databaseIn(folder), content);
      assert.match(await reasonAgainst(folder), /could not be opened: SQLite/);
    }),
  );

  it(
    'tells at the read that meets it what is not as it was written, once to who listens, and takes no more writes',
    inFolder(async (folder) => {
      await given(folder);
      overwrite(folder, 'this very one', 'this very two');
      writeFileSync(sealIn(folder), '{"state":"open"}');
      const store = await opened(folder);
      const told: StoreUnavailable[] = [];
      store.trouble((trouble) => told.push(trouble));
      assert.equal((await read(store, 'game-2')).length, 1);
      for (let n = 0; n < 2; n += 1) await assert.rejects(read(store, 'game-1'), /Event 1 of game-1/);
      await assert.rejects(collect(store.readAll()), /Event 1 of game-1/);
      assert.deepEqual(
        told.map(({ why }) => why),
        ['damaged'],
      );
      const refused = await store.append('game-2', [a()], 'any');
      assert.ok(refused.kind === 'unavailable');
      assert.match(refused.reason, /Event 1 of game-1/);
      store.dispose();
    }),
  );
});

describe('the log of a store whose process was killed', () => {
  /** Appends one by one, and leaves a folder as a killed process would. */
  async function killed(folder: string, spoil: (log: Buffer) => Buffer): Promise<string> {
    const live = join(folder, 'live');
    const left = join(folder, 'left');
    const store = await opened(live);
    for (let n = 0; n < 10; n += 1) await store.append('game-1', [a()], 'any');
    cpSync(live, left, { recursive: true });
    store.dispose();
    writeFileSync(logIn(left), spoil(readFileSync(logIn(left))));
    return left;
  }

  const flipped = (log: Buffer, byte: number) => {
    log[byte] = (log[byte] ?? 0) ^ 1;
    return log;
  };

  it(
    'has everything, and a write that was cut short is nobody’s loss',
    inFolder(async (folder) => {
      const store = await opened(await killed(folder, (log) => log.subarray(0, log.length - 100)));
      assert.equal(store.remark, undefined);
      assert.ok((await read(store, 'game-1')).length >= 9);
      store.dispose();
    }),
  );

  const copiesIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('-wal-')).length;

  it(
    'is told when it is damaged in its middle, for SQLite would say nothing, and kept as it was',
    inFolder(async (folder) => {
      const left = await killed(folder, (log) => flipped(log, log.length >> 1));
      const store = await opened(left);
      assert.match(store.remark ?? '', /log was damaged, so the last events .* are missing/);
      assert.ok((await read(store, 'game-1')).length < 10);
      store.dispose();
      assert.equal(copiesIn(left), 1);
    }),
  );

  it(
    'is told when it is damaged at its head, and nothing of it can be read',
    inFolder(async (folder) => {
      const left = await killed(folder, (log) => flipped(log, 9));
      assert.match(await reasonAgainst(left), /log was damaged.*is empty or gone/);
      assert.equal(copiesIn(left), 1);
    }),
  );
});

describe('a file that is taken away while the store is open', () => {
  it(
    'is told at the next append, which is refused',
    inFolder(async (folder) => {
      await given(folder);
      const store = await opened(folder);
      const told: StoreUnavailable[] = [];
      store.trouble((trouble) => told.push(trouble));
      renameSync(databaseIn(folder), join(folder, 'elsewhere'));
      const refused = await store.append('game-1', [a()], 'any');
      assert.ok(refused.kind === 'unavailable');
      assert.match(refused.reason, /was deleted or replaced while the store was open/);
      assert.deepEqual(told, [refused]);
      assert.equal((await read(store, 'game-1')).length, 3);
      store.dispose();
    }),
  );

  it(
    'is told soon even when nobody writes',
    inFolder(async (folder) => {
      await given(folder);
      const store = await opened(folder);
      const telling = new Promise<StoreUnavailable>((resolve) => store.trouble(resolve));
      rmSync(databaseIn(folder));
      assert.equal((await telling).why, 'lost');
      store.dispose();
      assert.ok(!existsSync(databaseIn(folder)));
    }),
  );
});

describe('a store that an earlier Ground Up wrote', () => {
  it(
    'is opened with all that was in it, and goes on from there',
    inFolder(async (folder) => {
      writeFirstSchema(folder, { 'game-1': ['A', 'B'], 'chess-1': ['A'] });
      const store = await opened(folder);
      assert.deepEqual(await typesInAll(store), ['A', 'B', 'A']);
      const before = await collect(store.readAll());
      assert.deepEqual(
        before.map((resolved) => originalOf(resolved).position),
        [1n, 2n, 3n],
      );
      const appended = await store.append('game-1', [a()], 1n);
      assert.ok(appended.kind === 'appended' && appended.position > 3n);
      assert.deepEqual(await typesIn(store, '$ce-game', { resolveLinks: true }), ['$>', '$>', '$>']);
      store.dispose();
      const again = await opened(folder);
      assert.deepEqual(await typesInAll(again), ['A', 'B', 'A', 'A']);
      assert.deepEqual(await typesInAll(again, { from: 2n }), ['B', 'A', 'A']);
      again.dispose();
    }),
  );

  it(
    'has checksums from then on',
    inFolder(async (folder) => {
      writeFirstSchema(folder, { 'game-1': ['A'] });
      (await opened(folder)).dispose();
      overwrite(folder, '{"n":1}', '{"n":2}');
      assert.match(await reasonAgainst(folder), /Event 0 of game-1 .* is not as it was written/);
    }),
  );
});
