import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instructions } from '../../../src/course/instructions.ts';
import type { Judgement, Told } from '../../../src/course/judgement.ts';
import { type StepProgress, untouched } from '../../../src/course/progress.ts';
import { stepAtHand } from '../../../src/editor/course/step-at-hand.ts';
import type { ExerciseFacts, StepAsRead } from '../../../src/editor/guide/guide-model.ts';
import { guideState, mayCompare } from '../../../src/editor/guide/guide-state.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import type { GuideExercise, GuideStep } from '../../../src/pages/guide/contract.ts';

const step = (number: string): StepAsRead => ({
  number,
  title: `Step ${number}`,
  hints: ['one', 'two'],
  afterwards: `You did ${number}.`,
  place: { module: 'domain/game', member: 'startGame' },
});
const instructions: Instructions = {
  title: 'Start the game',
  intro: 'Two people sit down.',
  sections: [{ number: '1.2', title: 'Nobody', markdown: 'Give it two fields.', lines: { first: 3, last: 5 } }],
};
const facts: ExerciseFacts = {
  kind: 'exercise',
  exercise: { id: '01', title: 'T', summary: 'S', steps: [step('1.2'), step('1.3'), step('bonus')] },
  instructions,
  number: 1,
  total: 7,
  nextExercise: 'Play the game',
  trusted: true,
  current: '1.2',
  progress: new Map(),
};

const told: Told = { headline: 'No.', why: 'Because.' };
const pass: Judgement = { verdict: 'pass' };
const notYet: Judgement = { verdict: 'notYet', mistake: 'm', told };
const couldNotRun: Judgement = { verdict: 'couldNotRun', problem: { kind: 'missingFile', file: 'a.ts' }, told };
const judged = (judgement: Judgement, more: Partial<StepProgress> = {}): StepProgress => ({
  ...untouched,
  judgement,
  ...more,
});

/** Renders Markdown so that one can see that it was rendered. */
const render = (markdown: string) => `<${markdown}>`;

function given(progress: Readonly<Record<string, StepProgress>>, more: Partial<ExerciseFacts> = {}): GuideExercise {
  const steps = new Map(Object.entries(progress));
  const current = stepAtHand(facts.exercise.steps, steps)?.number ?? '';
  const state = guideState({ ...facts, current, progress: steps, ...more }, typescript, render);
  assert.ok(state.kind === 'exercise');
  return state;
}
function stepOf({ steps }: GuideExercise, number: string): GuideStep {
  const found = steps.find((each) => each.number === number);
  assert.ok(found !== undefined);
  return found;
}

describe('the guide of an exercise nobody has begun', () => {
  const state = given({});

  it('says where in the course it is', () => {
    assert.deepEqual([state.number, state.total, state.passed], [1, 7, 0]);
  });

  it('shows the instructions, rendered', () => {
    assert.equal(state.title, 'Start the game');
    assert.deepEqual(state.intro, { html: '<Two people sit down.>', opened: true });
    assert.equal(stepOf(state, '1.2').html, '<Give it two fields.>');
  });

  it('takes a title from the instructions, or else from the exercise', () => {
    assert.deepEqual(
      state.steps.map(({ title }) => title),
      ['Nobody', 'Step 1.3', 'Step bonus'],
    );
  });

  it('prints a bonus with a capital', () => {
    assert.deepEqual(
      state.steps.map(({ label }) => label),
      ['1.2', '1.3', 'Bonus'],
    );
  });

  it('opens the first step only', () => {
    assert.equal(state.current, '1.2');
    assert.deepEqual(
      state.steps.map(({ opened }) => opened),
      [true, false, false],
    );
  });

  it('links to the place in the code', () => {
    assert.deepEqual(stepOf(state, '1.2').place, {
      link: 'open:src/domain/game.ts#startGame',
      text: 'startGame in game.ts',
    });
  });
});

describe('the state of a step', () => {
  it('is that of its last verdict', () => {
    const state = given({ '1.2': judged(pass), '1.3': judged(notYet), bonus: judged(couldNotRun) });
    assert.deepEqual(
      state.steps.map((each) => each.state),
      ['passed', 'notYet', 'couldNotRun'],
    );
  });

  it('is checking while a check runs, and what was told stays to be read', () => {
    const state = given({ '1.2': judged(notYet, { checking: true }) });
    assert.equal(state.checking, true);
    assert.equal(stepOf(state, '1.2').state, 'checking');
    assert.equal(stepOf(state, '1.2').told?.headline, 'No.');
  });

  it('is checking only where the learner waits for it, though a check looks at every step', () => {
    const state = given({ '1.2': judged(pass, { checking: true }), '1.3': judged(notYet, { checking: true }) });
    assert.deepEqual(
      state.steps.map((each) => each.state),
      ['passed', 'checking', 'open'],
    );
  });

  it('is unfolded where something is told, besides the one the learner is at', () => {
    const state = given({ '1.2': judged(notYet) }, { current: '1.3' });
    assert.deepEqual(
      state.steps.map(({ opened }) => opened),
      [true, true, false],
    );
  });

  it('offers to step through a check only where the code ran', () => {
    const state = given({ '1.2': judged(notYet), '1.3': judged(couldNotRun) });
    assert.deepEqual(
      state.steps.map((each) => each.told?.ran),
      [true, false, undefined],
    );
  });
});

describe('where the tutorial has steps before ours', () => {
  const before = (number: string) => given({}, { exercise: { ...facts.exercise, steps: [step(number)] } }).before;

  it('a line says that they are done', () => {
    assert.match(before('1.2') ?? '', /^Step 1\.1 is done for you/);
    assert.match(before('3.3') ?? '', /^Steps 3\.1 and 3\.2 are done for you.* event store/);
  });

  it('nothing is said where there are none', () => {
    assert.equal(before('4.1'), undefined);
    assert.equal(before('bonus'), undefined);
  });
});

describe('after a pass', () => {
  const state = given({ '1.2': judged(pass) }, { current: '1.2' });

  it('the guide tells what the learner just did', () => {
    assert.equal(stepOf(state, '1.2').afterwards, '<You did 1.2.>');
    assert.equal(stepOf(state, '1.3').afterwards, undefined);
  });

  it('the guide stays there and offers the next step', () => {
    assert.equal(stepOf(state, '1.2').opened, true);
    assert.deepEqual(stepOf(state, '1.2').next, { number: '1.3', label: '1.3', title: 'Step 1.3' });
  });

  it('the next step may be one that was left out', () => {
    const late = given({ '1.2': judged(pass), bonus: judged(pass) }, { current: 'bonus' });
    assert.equal(stepOf(late, 'bonus').next?.number, '1.3');
  });

  it('of everything, the next exercise is offered', () => {
    const all = { '1.2': judged(pass), '1.3': judged(pass), bonus: judged(pass) };
    assert.deepEqual(given(all).finished, { nextExercise: 'Play the game' });
    assert.equal(stepOf(given(all), 'bonus').next, undefined);
    assert.equal(state.finished, undefined);
  });

  it('the intro is folded', () => {
    assert.equal(state.intro.opened, false);
  });
});

describe('hints', () => {
  it('come one at a time', () => {
    const after = (hintsRevealed: number) => stepOf(given({ '1.2': { ...untouched, hintsRevealed } }), '1.2').hints;
    assert.deepEqual(after(0), { revealed: [], total: 2 });
    assert.deepEqual(after(1), { revealed: ['<one>'], total: 2 });
    assert.deepEqual(after(2), { revealed: ['<one>', '<two>'], total: 2 });
    assert.deepEqual(after(9), { revealed: ['<one>', '<two>'], total: 2 });
  });
});

describe('the solution', () => {
  const offer = (progress: StepProgress) => stepOf(given({ '1.2': progress }), '1.2').compare;

  it('is offered after a pass', () => {
    assert.equal(mayCompare(judged(pass)), true);
    assert.equal(offer(judged(pass)), 'offered');
  });

  it('is opened for whoever asks twice', () => {
    assert.equal(mayCompare(untouched), false);
    assert.equal(offer(untouched), 'notOffered');
    const asked = { ...untouched, askedForSolution: 1 };
    assert.equal(mayCompare(asked), true);
    assert.equal(offer(asked), 'ask');
    assert.equal(offer({ ...untouched, askedForSolution: 2 }), 'offered');
  });
});

describe('the guilty line', () => {
  it('is named by its file, and shown', () => {
    const at = { file: 'src/domain/game.ts', line: 14, column: 5 };
    const judgement: Judgement = { verdict: 'notYet', mistake: 'm', told: { ...told, at } };
    const state = given({ '1.2': judged(judgement, { guiltyLine: '    this.playerOne = playerOne;' }) });
    assert.deepEqual(stepOf(state, '1.2').told?.at, {
      ...at,
      text: 'game.ts:14',
      source: 'this.playerOne = playerOne;',
    });
  });
});

describe('a guide without an exercise', () => {
  it('says so', () => {
    assert.deepEqual(guideState({ kind: 'nothing' }, typescript, render), { kind: 'nothing' });
  });
});
