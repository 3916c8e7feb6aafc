import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ActualRevision,
  describeRevision,
  type ExpectedRevision,
  matchesExpectedRevision,
} from '../../src/eventstore/expected-revision.ts';

describe('an expected revision', () => {
  const cases: readonly (readonly [ExpectedRevision, ActualRevision, boolean])[] = [
    ['any', 'noStream', true],
    ['any', 3n, true],
    ['noStream', 'noStream', true],
    ['noStream', 0n, false],
    ['streamExists', 'noStream', false],
    ['streamExists', 0n, true],
    [3n, 3n, true],
    [3n, 2n, false],
    [3n, 4n, false],
    [0n, 'noStream', false],
  ];
  for (const [expected, actual, matches] of cases) {
    it(`${describeRevision(expected)} ${matches ? 'is met by' : 'is not met by'} ${describeRevision(actual)}`, () => {
      assert.equal(matchesExpectedRevision(expected, actual), matches);
    });
  }
});
