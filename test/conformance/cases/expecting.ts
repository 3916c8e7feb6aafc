import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExpectedRevision } from '../../../src/eventstore/expected-revision.ts';
import { append, events, type WithStore } from '../harness.ts';

export function expecting(withStore: WithStore): void {
  describe('the expected revision', () => {
    const onMissing: readonly (readonly [ExpectedRevision, boolean])[] = [
      ['any', true],
      ['noStream', true],
      ['streamExists', false],
      [0n, false],
    ];
    for (const [expected, welcome] of onMissing) {
      it(
        `${expected} ${welcome ? 'lets' : 'does not let'} a writer begin a stream`,
        withStore(async ({ store }) => {
          const result = await store.append('game-1', events('A'), expected);
          if (welcome) assert.equal(result.kind, 'appended');
          else
            assert.deepEqual(result, { kind: 'wrongExpectedRevision', stream: 'game-1', expected, actual: 'noStream' });
        }),
      );
    }

    const onExisting: readonly (readonly [ExpectedRevision, boolean])[] = [
      ['any', true],
      ['streamExists', true],
      [1n, true],
      ['noStream', false],
      [0n, false],
      [2n, false],
    ];
    for (const [expected, welcome] of onExisting) {
      it(
        `${expected} ${welcome ? 'lets' : 'does not let'} a writer go on at revision 1`,
        withStore(async ({ store }) => {
          await append(store, 'game-1', 'A', 'B');
          const result = await store.append('game-1', events('C'), expected);
          if (welcome) assert.equal(result.kind === 'appended' && result.revision, 2n);
          else assert.deepEqual(result, { kind: 'wrongExpectedRevision', stream: 'game-1', expected, actual: 1n });
        }),
      );
    }

    it(
      'lets exactly one of many writers win who expect the same',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        const results = await Promise.all(Array.from({ length: 16 }, () => store.append('game-1', events('B'), 0n)));
        assert.equal(results.filter(({ kind }) => kind === 'appended').length, 1);
        const losers = results.filter((result) => result.kind === 'wrongExpectedRevision');
        assert.deepEqual(
          losers.map(({ actual }) => actual),
          Array.from({ length: 15 }, () => 1n),
        );
      }),
    );

    it(
      'streamExists is content with a stream that has metadata only',
      withStore(async ({ store }) => {
        await store.writeMetadata('game-1', { maxCount: 3n }, 'noStream');
        assert.equal((await store.append('game-1', events('A'), 'streamExists')).kind, 'appended');
      }),
    );
  });
}
