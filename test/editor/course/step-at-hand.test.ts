import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExerciseProgress, untouched } from '../../../src/course/progress.ts';
import { firstOpen, stepAtHand } from '../../../src/editor/course/step-at-hand.ts';

const steps = ['1.2', '1.3', 'bonus'].map((number) => ({ number }));
const passed = (...numbers: string[]): ExerciseProgress =>
  new Map(numbers.map((number) => [number, { ...untouched, judgement: { verdict: 'pass' } }]));

describe('the step at hand', () => {
  it('is the first that has not passed', () => {
    assert.equal(stepAtHand(steps, passed('1.2'))?.number, '1.3');
  });

  it('is the one the learner turned to', () => {
    assert.equal(stepAtHand(steps, passed('1.2'), '1.2')?.number, '1.2');
  });

  it('is not one the exercise doesn’t have', () => {
    assert.equal(stepAtHand(steps, passed(), '9.9')?.number, '1.2');
  });

  it('is the last once all have passed', () => {
    const all = passed('1.2', '1.3', 'bonus');
    assert.equal(stepAtHand(steps, all)?.number, 'bonus');
    assert.equal(firstOpen(steps, all), undefined);
  });
});
