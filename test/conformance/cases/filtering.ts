import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type EventFilter, excludeSystemEvents } from '../../../src/eventstore/filter.ts';
import { append, collect, type WithStore, watch } from '../harness.ts';

export function filtering(withStore: WithStore): void {
  describe('a filter on a subscription to $all', () => {
    const filters: readonly (readonly [string, EventFilter, readonly string[]])[] = [
      [
        'by prefixes of the type',
        { on: 'type', match: { prefixes: ['Mo', 'Ga'] } },
        ['GameStarted', 'MoveMade', 'MoveMade'],
      ],
      ['by a regular expression on the type', { on: 'type', match: { regex: /Made$/ } }, ['MoveMade', 'MoveMade']],
      ['by prefixes of the stream', { on: 'stream', match: { prefixes: ['chess-'] } }, ['MoveMade', 'Resigned']],
      [
        'by a regular expression on the stream',
        { on: 'stream', match: { regex: /^game-\d$/ } },
        ['GameStarted', 'MoveMade'],
      ],
      ['that leaves out system events', excludeSystemEvents, ['GameStarted', 'MoveMade', 'MoveMade', 'Resigned']],
    ];
    for (const [title, filter, expected] of filters) {
      it(
        `${title} lets through what matches`,
        withStore(async ({ store }) => {
          await append(store, 'game-1', 'GameStarted', 'MoveMade');
          await store.writeMetadata('game-1', { maxCount: 9n }, 'any');
          await append(store, 'chess-1', 'MoveMade', 'Resigned');
          const watching = watch((observer) => store.subscribeToAll(observer, { filter }));
          assert.deepEqual(await watching.until(expected.length + 2), [...expected, '(checkpoint)', '(caught up)']);
          watching.dispose();
        }),
      );
    }

    it(
      'filters what is live as it filters history',
      withStore(async ({ store }) => {
        const filter: EventFilter = { on: 'type', match: { prefixes: ['A'] } };
        const watching = watch((observer) => store.subscribeToAll(observer, { filter, from: 'end' }));
        await watching.until(2);
        await append(store, 'game-1', 'B');
        await append(store, 'game-1', 'A1', 'B', 'A2');
        assert.deepEqual((await watching.until(4)).slice(2), ['A1', 'A2']);
        watching.dispose();
      }),
    );

    it(
      'tells a checkpoint after so many events considered, never back and never twice, and one before caught up',
      withStore(async ({ store }) => {
        const born = (await collect(store.readAll())).length;
        const types = Array.from({ length: 25 - born }, (_, n) => (n === 12 ? 'A' : 'B'));
        const last = await append(store, 'game-1', ...types);
        const filter: EventFilter = { on: 'type', match: { prefixes: ['A'] } };
        const watching = watch((observer) => store.subscribeToAll(observer, { filter, checkpointEvery: 5 }));
        // 25 events are there with those that every store begins with, so the fifth checkpoint is the last one too.
        await watching.until(7);
        assert.equal(watching.told.at(-1), '(caught up)');
        assert.equal(watching.checkpoints.length, 5);
        assert.deepEqual(
          watching.checkpoints,
          [...new Set(watching.checkpoints)].sort((a, b) => Number(a - b)),
        );
        assert.equal(watching.checkpoints.at(-1), last.position);
        watching.dispose();
      }),
    );

    it(
      'lets a later subscription go on from a checkpoint',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'B');
        const filter: EventFilter = { on: 'type', match: { prefixes: ['A'] } };
        const first = watch((observer) => store.subscribeToAll(observer, { filter }));
        await first.until(3);
        first.dispose();
        await append(store, 'game-1', 'A2');
        const from = first.checkpoints.at(-1) ?? 0n;
        const second = watch((observer) => store.subscribeToAll(observer, { filter, from }));
        assert.deepEqual(
          (await second.until(3)).filter((line) => !line.startsWith('(')),
          ['A2'],
        );
        second.dispose();
      }),
    );
  });
}
