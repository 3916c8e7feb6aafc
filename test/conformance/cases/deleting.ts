import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metastreamOf } from '../../../src/eventstore/stream-names.ts';
import { append, events, read, typesIn, typesInAll, type WithStore } from '../harness.ts';

export function deleting(withStore: WithStore): void {
  describe('a soft delete', () => {
    it(
      'makes the stream not found and leaves its events in $all',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        assert.equal((await store.deleteStream('game-1', 1n)).kind, 'deleted');
        assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
        assert.deepEqual(await typesInAll(store), ['A', 'B', '$metadata']);
      }),
    );

    it(
      'is metadata that truncates before the greatest revision there is, to the digit',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.deleteStream('game-1', 'any');
        const result = await store.readMetadata('game-1');
        assert.equal(result.kind === 'metadata' && result.metadata.truncateBefore, 9223372036854775807n);
      }),
    );

    it(
      'is followed by an append that goes on numbering and shows only what is new',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        await store.deleteStream('game-1', 'any');
        assert.equal((await append(store, 'game-1', 'C')).revision, 2n);
        assert.deepEqual(await typesIn(store, 'game-1'), ['C']);
        const result = await store.readMetadata('game-1');
        assert.equal(result.kind === 'metadata' && result.metadata.truncateBefore, 2n);
      }),
    );

    it(
      'lets a writer begin anew who expects no stream, and one who knows the last revision',
      withStore(async ({ store }) => {
        for (const [stream, expected] of [
          ['game-1', 'noStream'],
          ['game-2', 1n],
        ] as const) {
          await append(store, stream, 'A', 'B');
          await store.deleteStream(stream, 'any');
          const result = await store.append(stream, events('C'), expected);
          assert.equal(result.kind === 'appended' && result.revision, 2n);
        }
      }),
    );

    it(
      'is a deleted stream to a writer who expects it to exist',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.deleteStream('game-1', 'any');
        assert.deepEqual(await store.append('game-1', events('B'), 'streamExists'), {
          kind: 'streamDeleted',
          stream: 'game-1',
        });
      }),
    );

    it(
      'of a stream that was never written is a wrong expected revision',
      withStore(async ({ store }) => {
        const result = await store.deleteStream('game-1', 'any');
        assert.deepEqual(result, {
          kind: 'wrongExpectedRevision',
          stream: 'game-1',
          expected: 'any',
          actual: 'noStream',
        });
      }),
    );

    it(
      'of a stream that has metadata and no events succeeds, and its first event is still to come',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 10n }, 'any');
        assert.equal((await store.deleteStream('game-1', 'noStream')).kind, 'deleted');
        assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
        assert.equal((await append(store, 'game-1', 'A')).revision, 0n);
        assert.deepEqual(await typesIn(store, 'game-1'), ['A']);
      }),
    );

    it(
      'minds the expected revision',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        const result = await store.deleteStream('game-1', 0n);
        assert.deepEqual(result, { kind: 'wrongExpectedRevision', stream: 'game-1', expected: 0n, actual: 1n });
        assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B']);
      }),
    );
  });

  describe('a tombstone', () => {
    it(
      'ends reading and appending for ever',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        assert.equal((await store.tombstoneStream('game-1', 0n)).kind, 'deleted');
        const deleted = { kind: 'streamDeleted', stream: 'game-1' };
        assert.deepEqual(await store.readStream('game-1'), deleted);
        assert.deepEqual(await store.append('game-1', events('B'), 'any'), deleted);
        assert.deepEqual(await store.append('game-1', events('B'), 'noStream'), deleted);
        assert.deepEqual(await store.deleteStream('game-1', 'any'), deleted);
        assert.deepEqual(await store.tombstoneStream('game-1', 'any'), deleted);
      }),
    );

    it(
      'is an event in $all, after those that it ended',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.tombstoneStream('game-1', 'any');
        assert.deepEqual(await typesInAll(store), ['A', '$streamDeleted']);
      }),
    );

    it(
      'can be set on a stream that was never written',
      withStore(async ({ store }) => {
        assert.equal((await store.tombstoneStream('game-1', 'noStream')).kind, 'deleted');
        assert.equal((await store.append('game-1', events('A'), 'any')).kind, 'streamDeleted');
      }),
    );

    it(
      'can be set on a stream that was soft-deleted',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.deleteStream('game-1', 'any');
        assert.equal((await store.tombstoneStream('game-1', 'any')).kind, 'deleted');
        assert.equal((await store.readStream('game-1')).kind, 'streamDeleted');
      }),
    );

    it(
      'minds the expected revision',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        assert.equal((await store.tombstoneStream('game-1', 0n)).kind, 'wrongExpectedRevision');
        assert.equal((await store.tombstoneStream('game-2', 'streamExists')).kind, 'wrongExpectedRevision');
        assert.equal((await read(store, 'game-1')).length, 2);
      }),
    );

    it(
      'takes the stream’s metadata with it',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 1n }, 'any');
        await store.tombstoneStream('game-1', 'any');
        assert.equal((await store.readMetadata('game-1')).kind, 'streamDeleted');
        assert.equal((await store.readStream(metastreamOf('game-1'))).kind, 'streamDeleted');
      }),
    );

    it(
      'lets metadata that was there before be written further, though nobody can read it: as EventStoreDB 24.10 does',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 1n }, 'any');
        await store.tombstoneStream('game-1', 'any');
        const written = await store.writeMetadata('game-1', { maxCount: 2n }, 0n);
        assert.equal(written.kind === 'appended' && written.revision, 1n);
        assert.equal((await store.writeMetadata('game-1', {}, 0n)).kind, 'wrongExpectedRevision');
        assert.equal((await store.readMetadata('game-1')).kind, 'streamDeleted');
        assert.equal((await store.readStream('game-1')).kind, 'streamDeleted');
        assert.equal((await store.append('game-1', events('A'), 'any')).kind, 'streamDeleted');
        assert.deepEqual(await typesInAll(store), ['$metadata', '$streamDeleted', '$metadata']);
      }),
    );

    it(
      'lets no metadata begin afterwards',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.tombstoneStream('game-1', 'any');
        assert.equal((await store.writeMetadata('game-1', { maxCount: 2n }, 'any')).kind, 'streamDeleted');
      }),
    );
  });
}
