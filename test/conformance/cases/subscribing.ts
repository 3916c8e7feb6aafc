import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { append, collect, events, type WithStore, watch } from '../harness.ts';

export function subscribing(withStore: WithStore): void {
  describe('a subscription to a stream', () => {
    it(
      'gives history, caught up once, and then what happens',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(3);
        await append(store, 'game-2', 'X');
        await append(store, 'game-1', 'C');
        await append(store, 'game-1', 'D');
        assert.deepEqual(await watching.until(5), ['A', 'B', '(caught up)', 'C', 'D']);
        watching.dispose();
      }),
    );

    it(
      'leaves out the revision it starts from',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'C');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer, { from: 1n }));
        assert.deepEqual(await watching.until(2), ['C', '(caught up)']);
        watching.dispose();
      }),
    );

    it(
      'from the end gives only what comes',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer, { from: 'end' }));
        await watching.until(1);
        await append(store, 'game-1', 'B');
        assert.deepEqual(await watching.until(2), ['(caught up)', 'B']);
        watching.dispose();
      }),
    );

    it(
      'waits for a stream that is not there yet',
      withStore(async ({ store }) => {
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(1);
        await append(store, 'game-1', 'A');
        assert.deepEqual(await watching.until(2), ['(caught up)', 'A']);
        watching.dispose();
      }),
    );

    it(
      'goes on through a soft delete',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(2);
        await store.deleteStream('game-1', 'any');
        await append(store, 'game-1', 'B');
        assert.deepEqual(await watching.until(3), ['A', '(caught up)', 'B']);
        watching.dispose();
      }),
    );

    it(
      'gives a tombstone to whoever was there, and then ends',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(2);
        await store.tombstoneStream('game-1', 'any');
        assert.deepEqual(await watching.until(4), ['A', '(caught up)', '$streamDeleted', '(ended: streamDeleted)']);
      }),
    );

    it(
      'to a tombstoned stream ends at once',
      withStore(async ({ store }) => {
        await store.tombstoneStream('game-1', 'any');
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        assert.deepEqual(await watching.until(1), ['(ended: streamDeleted)']);
      }),
    );

    it(
      'tells nothing more once it is disposed',
      withStore(async ({ store }) => {
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(1);
        watching.dispose();
        await append(store, 'game-1', 'A');
        await pause(20);
        assert.deepEqual(watching.told, ['(caught up)']);
      }),
    );

    it(
      'ends when its observer fails, and harms no other',
      withStore(async ({ store }) => {
        const failing = watch((observer) =>
          store.subscribeToStream('game-1', {
            ...observer,
            event: () => {
              throw new Error('oops');
            },
          }),
        );
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await watching.until(1);
        await append(store, 'game-1', 'A');
        await append(store, 'game-1', 'B');
        assert.deepEqual(await watching.until(3), ['(caught up)', 'A', 'B']);
        assert.deepEqual(await failing.until(2), ['(caught up)', '(ended: observerFailed Error: oops)']);
        watching.dispose();
      }),
    );

    it(
      'waits for an observer that takes its time, and keeps the order',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'C');
        const seen: string[] = [];
        const watching = watch((observer) =>
          store.subscribeToStream('game-1', {
            ...observer,
            event: async (event) => {
              seen.push(`begin ${event.event?.type}`);
              await pause(2);
              await observer.event(event);
              seen.push(`end ${event.event?.type}`);
            },
          }),
        );
        await watching.until(4);
        assert.deepEqual(seen, ['begin A', 'end A', 'begin B', 'end B', 'begin C', 'end C']);
        watching.dispose();
      }),
    );

    it(
      'loses and doubles nothing while others keep writing',
      withStore(async ({ store }) => {
        await store.append('game-1', events(...Array.from({ length: 300 }, () => 'A')), 'any');
        const writing = (async () => {
          for (let n = 0; n < 200; n += 1) await append(store, 'game-1', 'B');
        })();
        const watching = watch((observer) => store.subscribeToStream('game-1', observer));
        await writing;
        await watching.until(501);
        assert.deepEqual(
          watching.events.map(({ event }) => event?.revision),
          Array.from({ length: 500 }, (_, n) => BigInt(n)),
        );
        assert.equal(watching.told.filter((line) => line === '(caught up)').length, 1);
        watching.dispose();
      }),
    );
  });

  describe('a subscription to $all', () => {
    it(
      'gives everything in order, from the start or after a position',
      withStore(async ({ store }) => {
        const born = (await collect(store.readAll())).length;
        await append(store, 'game-1', 'A');
        const { position } = await append(store, 'game-2', 'B');
        const fromStart = watch((observer) => store.subscribeToAll(observer));
        const fromPosition = watch((observer) => store.subscribeToAll(observer, { from: position }));
        const fromEnd = watch((observer) => store.subscribeToAll(observer, { from: 'end' }));
        await Promise.all([fromStart.until(born + 3), fromPosition.until(1), fromEnd.until(1)]);
        await append(store, 'game-1', 'C');
        assert.deepEqual((await fromStart.until(born + 4)).slice(born), ['A', 'B', '(caught up)', 'C']);
        assert.deepEqual(await fromPosition.until(2), ['(caught up)', 'C']);
        assert.deepEqual(await fromEnd.until(2), ['(caught up)', 'C']);
        for (const watching of [fromStart, fromPosition, fromEnd]) watching.dispose();
      }),
    );

    it(
      'from a position that no record has comes to an end',
      withStore(async ({ store }) => {
        const { position } = await append(store, 'game-1', 'A');
        const watching = watch((observer) => store.subscribeToAll(observer, { from: position - 1n }));
        assert.deepEqual(await watching.until(1), ['(ended: unavailable)']);
        watching.dispose();
      }),
    );

    it(
      'sees a tombstone and goes on',
      withStore(async ({ store }) => {
        const watching = watch((observer) => store.subscribeToAll(observer, { from: 'end' }));
        await watching.until(1);
        await store.tombstoneStream('game-1', 'any');
        await append(store, 'game-2', 'A');
        assert.deepEqual(await watching.until(3), ['(caught up)', '$streamDeleted', 'A']);
        watching.dispose();
      }),
    );
  });
}
