import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notYet, passed } from '../../../../src/course/feedback/feedback.ts';
import type { Judgement } from '../../../../src/course/judgement.ts';
import { outcomeText, plainTold } from '../../../../src/editor/course/feedback/outcome-text.ts';
import { plainStep } from '../../../course/plain-step.ts';

const exercise = {
  id: '01',
  branch: '01-x',
  title: 'One',
  summary: '',
  steps: ['1.1', '1.2'].map((number) => plainStep(number)),
};
const told = { headline: 'Your `startGame` recorded nothing.', why: '`events` is empty.' };

function given(...judged: readonly (readonly [string, Judgement])[]): string {
  return outcomeText({
    exercise: { exercise, folder: '/nowhere', instructions: '' },
    seed: 'seed',
    judged: new Map(judged),
  });
}

describe('a check in one line', () => {
  it('is what is to be mended, as plain text', () => {
    assert.equal(given(['1.1', notYet('m', told)]), 'Your startGame recorded nothing.');
  });

  it('is what is next once everything that was begun has passed', () => {
    assert.equal(given(['1.1', passed]), '$(pass-filled) Passed. Next is 1.2, Step 1.2.');
  });

  it('is that all is done when it is', () => {
    assert.match(given(['1.1', passed], ['1.2', passed]), /Every step of this exercise has passed/);
  });
});

describe('plain text', () => {
  it('has no backticks', () => {
    assert.deepEqual(plainTold(told), { headline: 'Your startGame recorded nothing.', why: 'events is empty.' });
  });
});
