import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { exportFile, importFile, verifyFile } from '../../src/cli/serve-file.ts';
import { databaseIn } from '../../src/eventstore/disk/store-files.ts';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent, originalOf } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';
import { collect } from '../conformance/harness.ts';
import { writeFirstSchema } from '../eventstore/first-schema.ts';

/** Gives a test two folders for stores and a file for an export, and what was printed and warned. */
function withFolders(run: (places: Places) => Promise<void>): () => Promise<void> {
  return async () => {
    const parent = mkdtempSync(join(tmpdir(), 'ground-up-file-'));
    const printed: string[] = [];
    const warned: string[] = [];
    const about = (dataFolder: string) => ({
      dataFolder,
      print: (line: string) => void printed.push(line),
      warn: (line: string) => void warned.push(line),
    });
    try {
      const [from, to, file] = [join(parent, 'from'), join(parent, 'to'), join(parent, 'events.jsonl')];
      await run({ parent, from, to, file, printed, warned, about });
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  };
}

interface Places {
  readonly parent: string;
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly printed: string[];
  readonly warned: string[];
  about(dataFolder: string): Parameters<typeof verifyFile>[0];
}

async function using<T>(folder: string, run: (store: EventStore) => Promise<T>): Promise<T> {
  const opened = await openEmbeddedStore(folder);
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  assert.equal(opened.store.remark, undefined);
  try {
    return await run(opened.store);
  } finally {
    opened.store.dispose();
  }
}

const everything = async (store: EventStore) => (await collect(store.readAll())).map(originalOf);

/** Events of every kind: JSON, bytes that are no text, metadata, a soft delete and its undoing, a tombstone, links. */
async function fill(store: EventStore): Promise<void> {
  const binary = { ...jsonEvent({ type: 'B', data: {} }), contentType: 'binary', data: Buffer.from([0, 255, 128]) };
  const json = jsonEvent({ type: 'A', data: { text: 'ein “Wort” 😀' }, metadata: { by: 'a test' } });
  await store.append('game-1', [json, { ...binary, contentType: 'binary' }], 'any');
  await store.deleteStream('game-1', 'any');
  await store.append('game-1', [jsonEvent({ type: 'A', data: {} })], 'any');
  await store.append('game-2', [jsonEvent({ type: 'A', data: { word: 'sound' } })], 'any');
  await store.tombstoneStream('game-2', 'any');
  await store.append('list', [{ ...binary, contentType: 'binary', type: '$>', data: Buffer.from('2@game-1') }], 'any');
}

function overwrite(folder: string, was: string, becomes: string): void {
  const content = readFileSync(databaseIn(folder));
  content.write(becomes, content.indexOf(was));
  writeFileSync(databaseIn(folder), content);
}

describe('ground-up serve --verify', () => {
  it(
    'says of a sound store how much is in it, and leaves it as it is',
    withFolders(async ({ from, about, printed, warned }) => {
      await using(from, fill);
      assert.equal(await verifyFile(about(from)), 0);
      assert.match(printed[0] ?? '', /^\d+ events in 5 streams can be read\.$/);
      assert.match(printed[1] ?? '', /as it was written/);
      assert.deepEqual(warned, []);
      await using(from, everything);
    }),
  );

  it(
    'names what is damaged, and ends with 1',
    withFolders(async ({ from, about, warned }) => {
      await using(from, fill);
      overwrite(from, 'sound', 'bound');
      assert.equal(await verifyFile(about(from)), 1);
      assert.match(warned[0] ?? '', /Event 0 of game-2 .* is not as it was written/);
      assert.match(warned.at(-1) ?? '', /--export FILE/);
    }),
  );

  it(
    'says that there is no store, and makes none',
    withFolders(async ({ from, about, warned }) => {
      assert.equal(await verifyFile(about(from)), 2);
      assert.match(warned[0] ?? '', /There is no event store in/);
      assert.ok(!existsSync(from));
    }),
  );
});

describe('an export', () => {
  it(
    'can be imported into a new store, which then is the same to the last byte',
    withFolders(async ({ from, to, file, about, warned }) => {
      const before = await using(from, async (store) => {
        await fill(store);
        return everything(store);
      });
      assert.equal(await exportFile(file, about(from)), 0);
      assert.equal(await importFile(file, about(to)), 0);
      assert.deepEqual(warned, []);
      await using(to, async (store) => {
        assert.deepEqual(await everything(store), before);
        assert.equal((await store.readStream('game-2')).kind, 'streamDeleted');
        const result = await store.readStream('$et-A', { resolveLinks: true });
        assert.ok(result.kind === 'events');
        // The first of them was soft-deleted, the one of game-2 tombstoned.
        assert.deepEqual(
          (await collect(result.events)).map(({ event }) => event?.stream),
          [undefined, 'game-1', undefined],
        );
      });
      assert.equal(await verifyFile(about(to)), 0);
    }),
  );

  it(
    'has all that can still be read of a damaged store, and says what is lost',
    withFolders(async ({ from, to, file, about, printed, warned }) => {
      await using(from, fill);
      overwrite(from, 'ein ', 'kein');
      assert.equal(await exportFile(file, about(from)), 1);
      assert.match(warned.join('\n'), /Event 0 of game-1/);
      assert.equal(await importFile(file, about(to)), 0);
      assert.match(printed.at(-1) ?? '', /got another revision/);
      const types = await using(to, async (store) => (await everything(store)).map(({ type }) => type));
      assert.deepEqual(types.slice(3), ['B', '$metadata', '$metadata', 'A', 'A', '$streamDeleted', '$>']);
    }),
  );

  it(
    'of a store that an earlier Ground Up wrote is possible too',
    withFolders(async ({ parent, to, file, about, printed }) => {
      writeFirstSchema(parent, { 'game-1': ['A', 'B'] });
      assert.equal(await exportFile(file, about(parent)), 0);
      assert.match(printed[0] ?? '', /^2 events written/);
      assert.equal(await importFile(file, about(to)), 0);
      await using(to, async (store) => assert.equal((await everything(store)).length, 2));
    }),
  );

  it(
    'overwrites no file, and an import no store',
    withFolders(async ({ from, file, about, warned }) => {
      await using(from, fill);
      assert.equal(await exportFile(file, about(from)), 0);
      assert.equal(await exportFile(file, about(from)), 2);
      assert.match(warned[0] ?? '', /it is there already/);
      assert.equal(await importFile(file, about(from)), 2);
      assert.match(warned[1] ?? '', /There is a store in .* already/);
    }),
  );

  it(
    'with a line that makes no sense is not imported at all',
    withFolders(async ({ to, file, about, warned }) => {
      writeFileSync(file, '{"position":"1"}\n');
      assert.equal(await importFile(file, about(to)), 2);
      assert.match(warned[0] ?? '', /Nothing was imported: line 1 holds no event/);
      assert.ok(!existsSync(databaseIn(to)));
      assert.equal(await importFile(`${file}.not`, about(to)), 2);
      assert.match(warned[1] ?? '', /there is no such file/);
    }),
  );
});
