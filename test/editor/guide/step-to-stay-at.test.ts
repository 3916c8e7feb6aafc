import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Judgement } from '../../../src/course/judgement.ts';
import { untouched } from '../../../src/course/progress.ts';
import type { ExerciseFacts, StepAsRead } from '../../../src/editor/guide/guide-model.ts';
import { stepToStayAt } from '../../../src/editor/guide/step-to-stay-at.ts';

const step = (number: string): StepAsRead => ({
  number,
  title: '',
  hints: [],
  afterwards: '',
  place: { module: 'domain/game' },
});
const verdicts: Readonly<Record<string, Judgement>> = {
  p: { verdict: 'pass' },
  n: { verdict: 'notYet', mistake: 'm', told: { headline: '', why: '' } },
};

/** Steps 1.2, 1.3 and 1.4 by a letter each: passed, not yet, or anything else for untouched. */
function facts(letters: string, more: Partial<ExerciseFacts> & { readonly checking?: boolean } = {}): ExerciseFacts {
  const { checking = false, ...rest } = more;
  const numbers = ['1.2', '1.3', '1.4'];
  const progress = numbers.map((number, at) => {
    const judgement = verdicts[letters.charAt(at)];
    return [number, { ...untouched, checking, ...(judgement && { judgement }) }] as const;
  });
  return {
    kind: 'exercise',
    exercise: { id: '01', title: '', summary: '', steps: numbers.map(step) },
    instructions: { title: '', intro: '', sections: [] },
    number: 1,
    total: 7,
    trusted: true,
    current: '',
    progress: new Map(progress),
    ...rest,
  };
}

describe('after a check the guide', () => {
  it('stays at the step that has just passed', () => {
    assert.equal(stepToStayAt(facts('nnn', { checking: true }), facts('pnn'), undefined), '1.2');
  });

  it('stays at the step the learner had turned to, when that is among those that passed', () => {
    assert.equal(stepToStayAt(facts('nnn', { turnedTo: '1.3', checking: true }), facts('ppp'), undefined), '1.3');
  });

  it('stays at the last of several that passed', () => {
    assert.equal(stepToStayAt(facts('nnn', { checking: true }), facts('ppn'), undefined), '1.3');
  });

  it('stays while nothing happens but hints and the like', () => {
    assert.equal(stepToStayAt(facts('pnn'), facts('pnn'), '1.2'), '1.2');
    assert.equal(stepToStayAt(facts('pnn'), facts('pnn', { checking: true }), '1.2'), '1.2');
  });

  it('goes on with the next check that passes nothing new', () => {
    assert.equal(stepToStayAt(facts('pnn', { checking: true }), facts('pnn'), '1.2'), undefined);
  });

  it('goes where the learner turns to', () => {
    assert.equal(stepToStayAt(facts('pnn'), facts('pnn', { turnedTo: '1.3' }), '1.2'), undefined);
  });

  it('does not stay at a step that has come undone', () => {
    assert.equal(stepToStayAt(facts('ppn', { checking: true }), facts('npn'), '1.2'), undefined);
  });

  it('does not stay anywhere when an exercise is opened, whatever had passed before', () => {
    assert.equal(stepToStayAt({ kind: 'loading' }, facts('ppp'), undefined), undefined);
    const other = facts('xxx', { exercise: { id: '00', title: '', summary: '', steps: [] } });
    assert.equal(stepToStayAt(other, facts('ppp'), '1.2'), undefined);
  });
});
