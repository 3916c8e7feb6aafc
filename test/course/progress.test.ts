import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { restoreProgress, storeProgress, untouched } from '../../src/course/progress.ts';

describe('progress that outlives the window', () => {
  it('keeps passes and asked-for help', () => {
    const step = { ...untouched, hintsRevealed: 2, askedForSolution: 1, judgement: { verdict: 'pass' } as const };
    const progress = new Map([['01-start-game', new Map([['1.2', step]])]]);
    const restored = restoreProgress(JSON.parse(JSON.stringify(storeProgress(progress))));
    assert.deepEqual(restored, progress);
  });

  it('leaves out verdicts that may no longer be true', () => {
    const told = { headline: 'h', why: 'w' };
    const step = { ...untouched, judgement: { verdict: 'notYet', mistake: 'm', told } as const };
    const restored = restoreProgress(storeProgress(new Map([['01', new Map([['1.2', step]])]])));
    assert.deepEqual(restored.get('01')?.get('1.2'), untouched);
  });

  for (const stored of [undefined, null, 'junk', { schema: 2 }, { schema: 1, exercises: { a: 1 } }]) {
    it(`begins anew when ${JSON.stringify(stored)} is stored`, () => {
      assert.deepEqual(restoreProgress(stored), new Map());
    });
  }
});
