import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExpectedRevision } from '../../../src/eventstore/expected-revision.ts';
import { append, events, typesIn, type WithStore } from '../harness.ts';

export function repeating(withStore: WithStore): void {
  describe('repeating an append with the same event ids', () => {
    const expectations: readonly ExpectedRevision[] = ['any', 'noStream', 'streamExists'];
    for (const expected of expectations) {
      it(
        `succeeds with ${expected}, writes nothing and gives the original revision and position`,
        withStore(async ({ store }) => {
          const batch = events('A', 'B');
          const first = await store.append('game-1', batch, 'noStream');
          await append(store, 'game-1', 'C');
          assert.deepEqual(await store.append('game-1', batch, expected), first);
          assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B', 'C']);
        }),
      );
    }

    it(
      'succeeds with an exact revision that was right the first time',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const batch = events('B', 'C');
        const first = await store.append('game-1', batch, 0n);
        await append(store, 'game-1', 'D');
        assert.deepEqual(await store.append('game-1', batch, 0n), first);
        assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B', 'C', 'D']);
      }),
    );

    it(
      'is a wrong expected revision with an exact revision at which something else followed',
      withStore(async ({ store }) => {
        const batch = events('A');
        await store.append('game-1', batch, 'noStream');
        await append(store, 'game-1', 'B', 'C');
        assert.equal((await store.append('game-1', batch, 1n)).kind, 'wrongExpectedRevision');
      }),
    );

    it(
      'is a wrong expected revision when more follows than the first time',
      withStore(async ({ store }) => {
        const [a, b, c] = events('A', 'B', 'C');
        assert.ok(a && b && c);
        await store.append('game-1', [a, b], 'any');
        const result = await store.append('game-1', [a, b, c], 'any');
        assert.deepEqual(result, { kind: 'wrongExpectedRevision', stream: 'game-1', expected: 'any', actual: 1n });
      }),
    );

    it(
      'is a wrong expected revision when it begins in the middle and goes on with something new',
      withStore(async ({ store }) => {
        const [a, b, c] = events('A', 'B', 'C');
        assert.ok(a && b && c);
        await store.append('game-1', [a, b], 'any');
        assert.equal((await store.append('game-1', [b, c], 'any')).kind, 'wrongExpectedRevision');
        assert.deepEqual(await typesIn(store, 'game-1'), ['A', 'B']);
      }),
    );

    it(
      'succeeds for a part of what was appended',
      withStore(async ({ store }) => {
        const [a, b, c] = events('A', 'B', 'C');
        assert.ok(a && b && c);
        await store.append('game-1', [a, b, c], 'any');
        const result = await store.append('game-1', [b, c], 'any');
        assert.equal(result.kind === 'appended' && result.revision, 2n);
      }),
    );

    it(
      'is an append like any other in another stream',
      withStore(async ({ store }) => {
        const batch = events('A');
        await store.append('game-1', batch, 'any');
        await store.append('game-2', batch, 'any');
        assert.deepEqual(await typesIn(store, 'game-2'), ['A']);
      }),
    );
  });
}
