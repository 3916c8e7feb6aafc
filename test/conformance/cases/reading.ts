import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadOptions } from '../../../src/eventstore/event-store.ts';
import { originalOf } from '../../../src/eventstore/events.ts';
import { append, collect, events, typesIn, typesInAll, type WithStore } from '../harness.ts';

export function reading(withStore: WithStore): void {
  describe('reading a stream', () => {
    it(
      'says that a stream that was never written is not found',
      withStore(async ({ store }) => {
        assert.deepEqual(await store.readStream('game-1'), { kind: 'streamNotFound', stream: 'game-1' });
      }),
    );

    const reads: readonly (readonly [string, ReadOptions, readonly string[]])[] = [
      ['gives everything, oldest first', {}, ['A', 'B', 'C', 'D']],
      ['backwards gives everything, newest first', { direction: 'backwards' }, ['D', 'C', 'B', 'A']],
      ['from a revision includes it', { from: 2n }, ['C', 'D']],
      ['backwards from a revision includes it', { direction: 'backwards', from: 2n }, ['C', 'B', 'A']],
      ['gives no more than asked for', { limit: 2 }, ['A', 'B']],
      ['backwards gives no more than asked for', { direction: 'backwards', limit: 1 }, ['D']],
      ['backwards from the start gives the first event', { direction: 'backwards', from: 'start' }, ['A']],
      ['from beyond its end gives nothing', { from: 9n }, []],
      ['backwards from beyond its end begins at the end', { direction: 'backwards', from: 9n, limit: 1 }, ['D']],
    ];
    for (const [title, options, expected] of reads) {
      it(
        title,
        withStore(async ({ store }) => {
          await append(store, 'game-1', 'A', 'B', 'C', 'D');
          await append(store, 'game-2', 'X');
          assert.deepEqual(await typesIn(store, 'game-1', options), expected);
        }),
      );
    }

    it(
      'goes through a stream that is longer than any page',
      withStore(async ({ store }) => {
        const types = Array.from({ length: 3000 }, (_, n) => `T${n}`);
        for (let start = 0; start < types.length; start += 500) {
          await store.append('long', events(...types.slice(start, start + 500)), 'any');
        }
        assert.deepEqual(await typesIn(store, 'long'), types);
        assert.deepEqual(await typesIn(store, 'long', { direction: 'backwards' }), types.toReversed());
      }),
    );
  });

  describe('reading $all', () => {
    it(
      'finds a new store not empty: the standard projections are there already',
      withStore(async ({ store }) => {
        const [first] = await collect(store.readAll({ limit: 1 }));
        assert.ok(first);
        assert.deepEqual(
          [originalOf(first).stream, originalOf(first).type],
          ['$projections-$all', '$ProjectionsInitialized'],
        );
      }),
    );

    it(
      'gives every stream in the order written, metadata too',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await append(store, 'game-2', 'B');
        await store.writeMetadata('game-1', { maxCount: 5n }, 'any');
        await append(store, 'game-1', 'C');
        assert.deepEqual(await typesInAll(store), ['A', 'B', '$metadata', 'C']);
        assert.deepEqual(await typesInAll(store, { direction: 'backwards' }), ['C', '$metadata', 'B', 'A']);
      }),
    );

    it(
      'includes the position going forwards and leaves it out going backwards',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const { position } = await append(store, 'game-2', 'B');
        await append(store, 'game-1', 'C');
        assert.deepEqual(await typesInAll(store, { from: position }), ['B', 'C']);
        assert.deepEqual(await typesInAll(store, { direction: 'backwards', from: position }), ['A']);
        assert.deepEqual(await typesInAll(store, { direction: 'backwards', from: 'end', limit: 1 }), ['C']);
        assert.deepEqual(await typesInAll(store, { from: 'end' }), []);
      }),
    );

    it(
      'from a position that no record has fails, both ways; beyond the last one there is nothing yet',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const { position } = await append(store, 'game-1', 'B');
        const filter = { on: 'type', match: { prefixes: ['A'] } } as const;
        for (const options of [{}, { direction: 'backwards' }, { filter }] as const) {
          const reading = collect(store.readAll({ ...options, from: position - 1n }));
          await assert.rejects(reading, /There is no record at position/);
        }
        assert.deepEqual(await typesInAll(store, { from: position + 1000n }), []);
        assert.deepEqual(await typesInAll(store, { from: 0n, direction: 'backwards' }), []);
      }),
    );

    it(
      'counts only what matches a filter',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B', 'A', 'B', 'A');
        await append(store, 'chess-1', 'A');
        const filter = { on: 'type', match: { prefixes: ['A', 'Z'] } } as const;
        assert.deepEqual(await typesInAll(store, { filter, limit: 2 }), ['A', 'A']);
        const chess = { on: 'stream', match: { regex: /^chess-/ } } as const;
        assert.deepEqual(await typesInAll(store, { filter: chess, direction: 'backwards' }), ['A']);
      }),
    );
  });
}
