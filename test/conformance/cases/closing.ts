import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { append, collect, events, type WithStore, watch } from '../harness.ts';

/** For stores of this process; a remote one only closes its connection. */
export function closing(withStore: WithStore): void {
  describe('a store that was closed', () => {
    const unavailable = { kind: 'unavailable', reason: 'The store was closed.' };

    it(
      'says so to everybody, and never looks empty',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        store.dispose();
        assert.deepEqual(await store.append('game-1', events('B'), 'any'), unavailable);
        assert.deepEqual(await store.readStream('game-1'), unavailable);
        assert.deepEqual(await store.readMetadata('game-1'), unavailable);
        await assert.rejects(collect(store.readAll()), /The store was closed/);
        const watching = watch((observer) => store.subscribeToAll(observer));
        assert.deepEqual(await watching.until(1), ['(ended: unavailable)']);
      }),
    );

    it(
      'ends its subscriptions',
      withStore(async ({ store }) => {
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(1);
        store.dispose();
        assert.deepEqual(await watching.until(2), ['(caught up)', '(ended: unavailable)']);
      }),
    );

    it(
      'breaks off a read that is under way',
      withStore(async ({ store }) => {
        await store.append('long', events(...Array.from({ length: 2000 }, () => 'A')), 'any');
        const iterator = store.readAll()[Symbol.asyncIterator]();
        await iterator.next();
        store.dispose();
        await assert.rejects(async () => {
          while ((await iterator.next()).done !== true);
        });
      }),
    );
  });
}
