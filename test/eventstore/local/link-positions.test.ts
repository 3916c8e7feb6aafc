import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packPositions, unpackPositions } from '../../../src/eventstore/disk/packed-positions.ts';
import { LinkPositions } from '../../../src/eventstore/local/link-positions.ts';

const rising = fc
  .uniqueArray(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { maxLength: 60 })
  .map((numbers) => numbers.toSorted((a, b) => a - b));

describe('the positions of links', () => {
  it('are the same after they were packed', () => {
    fc.assert(
      fc.property(rising, (positions) => assert.deepEqual(unpackPositions(packPositions(positions)), positions)),
    );
  });

  it('are found by revision, whichever page they are on', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: 1, max: 9 }), fc.nat(20), (positions, size, restSize) => {
        const kept = positions.slice(0, Math.max(0, positions.length - restSize));
        const pages = Array.from({ length: Math.ceil(kept.length / size) }, (_, n) => {
          const page = kept.slice(n * size, (n + 1) * size);
          return { first: n * size, count: page.length, positions: () => page };
        });
        const found = new LinkPositions(pages, positions.slice(kept.length, -1));
        const last = positions.at(-1);
        if (last !== undefined && kept.length < positions.length) found.push(last);
        assert.equal(found.length, positions.length);
        for (const [revision, position] of positions.entries()) assert.equal(found.at(revision), position);
        assert.equal(found.at(positions.length), undefined);
      }),
    );
  });
});
