import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metastreamOf } from '../../../src/eventstore/stream-names.ts';
import { append, read, typesIn, type WithStore, watch } from '../harness.ts';

export function describing(withStore: WithStore): void {
  describe('stream metadata', () => {
    it(
      'is empty until somebody writes it, and expects its own revision',
      withStore(async ({ store }) => {
        assert.deepEqual(await store.readMetadata('game-1'), { kind: 'metadata', metadata: {}, revision: 'noStream' });
        const metadata = { maxCount: 10n, custom: { owner: 'a test' } };
        assert.equal((await store.writeMetadata('game-1', metadata, 'noStream')).kind, 'appended');
        assert.deepEqual(await store.readMetadata('game-1'), { kind: 'metadata', metadata, revision: 0n });
        assert.equal((await store.writeMetadata('game-1', {}, 'noStream')).kind, 'wrongExpectedRevision');
        assert.equal((await store.writeMetadata('game-1', {}, 0n)).kind, 'appended');
      }),
    );

    it(
      'does not make a stream: it is still not found',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 10n }, 'any');
        assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
      }),
    );

    it(
      'is itself a stream that shows its newest event only',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 1n }, 'any');
        await store.writeMetadata('game-1', { maxCount: 2n }, 'any');
        assert.deepEqual(
          (await read(store, metastreamOf('game-1'))).map(({ event }) => event?.revision),
          [1n],
        );
      }),
    );

    it(
      '$maxCount shows the newest events only; revisions keep their numbers',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'C');
        await store.writeMetadata('game-1', { maxCount: 2n }, 'any');
        assert.deepEqual(
          (await read(store, 'game-1')).map(({ event }) => event?.revision),
          [1n, 2n],
        );
        await append(store, 'game-1', 'D');
        assert.deepEqual(await typesIn(store, 'game-1'), ['C', 'D']);
        assert.deepEqual(await typesIn(store, 'game-1', { direction: 'backwards' }), ['D', 'C']);
      }),
    );

    it(
      '$tb hides what comes before; taking it back shows it again',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'C');
        await store.writeMetadata('game-1', { truncateBefore: 2n }, 'any');
        assert.deepEqual(await typesIn(store, 'game-1'), ['C']);
        assert.deepEqual(await typesIn(store, 'game-1', { from: 0n, limit: 1 }), ['C']);
        await store.writeMetadata('game-1', {}, 'any');
        assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B', 'C']);
      }),
    );

    it(
      '$maxAge hides what is older, in seconds',
      withStore(async ({ store, clock }) => {
        await store.writeMetadata('game-1', { maxAge: 60n }, 'any');
        await append(store, 'game-1', 'A');
        clock.now += 40_000;
        await append(store, 'game-1', 'B');
        assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B']);
        clock.now += 30_000;
        assert.deepEqual(await typesIn(store, 'game-1'), ['B']);
        clock.now += 60_000;
        assert.deepEqual(await typesIn(store, 'game-1'), []);
      }),
    );

    it(
      'hides events from a subscription too',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'C');
        await store.writeMetadata('game-1', { maxCount: 1n }, 'any');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        assert.deepEqual(await watching.until(2), ['C', '(caught up)']);
        watching.dispose();
      }),
    );
  });
}
