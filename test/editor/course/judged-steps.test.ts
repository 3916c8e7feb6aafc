import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noStore } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import { firstToMend, judgedSteps } from '../../../src/editor/course/judged-steps.ts';

const wrong = notYet('m', { headline: 'No.', why: 'Because.' });
const broken = noStore('There is none.');

/** Steps 1.1, 1.2, … with these judgements, and what is told of them. */
function told(judgements: readonly Judgement[], atHand: string | undefined): (string | undefined)[] {
  const steps = judgements.map((judgement, at) => ({ number: `1.${at + 1}`, title: '', judgement }));
  const judged = judgedSteps({ exercise: '01', seed: 'seed', steps, took: 1 }, atHand);
  return steps.map(({ number }) => judged.get(number)?.verdict);
}

describe('of a check', () => {
  it('the first step that is not yet is told, and those behind it wait', () => {
    assert.deepEqual(told([passed, wrong, wrong], '1.2'), ['pass', 'notYet', undefined]);
  });

  it('a step that has passed is told wherever it stands', () => {
    assert.deepEqual(told([wrong, passed, wrong], '1.1'), ['notYet', 'pass', undefined]);
  });

  it('nothing is told of the step after the one that has just passed, for nobody has begun it', () => {
    assert.deepEqual(told([passed, wrong, wrong], '1.1'), ['pass', undefined, undefined]);
  });

  it('both the step the learner turned to and the one that came undone before it are told', () => {
    assert.deepEqual(told([wrong, wrong, wrong], '1.3'), ['notYet', undefined, 'notYet']);
  });

  it('what could not run is told once', () => {
    assert.deepEqual(told([broken, broken, broken], '1.1'), ['couldNotRun', undefined, undefined]);
  });
});

describe('what is to be mended', () => {
  it('is the first that is told and has not passed', () => {
    const steps = [passed, wrong].map((judgement, at) => ({ number: `1.${at}`, title: '', judgement }));
    assert.equal(firstToMend(judgedSteps({ exercise: '01', seed: 'seed', steps, took: 1 }, '1.1'))?.[0], '1.1');
    assert.equal(firstToMend(judgedSteps({ exercise: '01', seed: 'seed', steps: [], took: 1 }, undefined)), undefined);
  });
});
