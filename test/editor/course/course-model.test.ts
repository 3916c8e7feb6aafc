import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import type { CourseExercise } from '../../../src/course/load-course.ts';
import type { StoredProgress } from '../../../src/course/progress.ts';
import { CourseModel, type CourseSource } from '../../../src/editor/course/course-model.ts';
import { currentProgress } from '../../../src/editor/course/course-state.ts';
import type { CheckedOut } from '../../../src/editor/course/own-work.ts';
import { plainStep } from '../../course/plain-step.ts';

const stepNumbered = (number: string) => plainStep(number, ['first', 'second']);

const exercise: CourseExercise = {
  exercise: { id: '01', branch: '01-x', title: 'One', summary: '', steps: [stepNumbered('1.1'), stepNumbered('1.2')] },
  folder: '/nowhere',
  instructions: '',
};

/** A course whose checks answer what the test says, when the test says. */
function given({ trusted = true, stored = undefined as unknown, checkedOut = { kind: 'own' } as CheckedOut } = {}) {
  const asked: { files: ReadonlyMap<string, string>; answer: (...judgements: Judgement[]) => void }[] = [];
  const written: StoredProgress[] = [];
  let text = 'first text';
  const source: CourseSource = {
    load: async () => ({ exercises: [exercise], instructions: new Map() }),
    currentExercise: async () => ({ exercise, checkedOut }),
    readFiles: async () => new Map([['src/domain/game.ts', text]]),
    check: (_, files) =>
      new Promise((resolve) => {
        const answer = (...judgements: Judgement[]) => {
          const steps = exercise.exercise.steps.map(({ number, title }, index) => ({
            number,
            title,
            judgement: judgements[index] ?? passed,
          }));
          resolve({ exercise: '01', seed: 'seed', steps, took: 1 });
        };
        asked.push({ files, answer });
      }),
    isTrusted: () => trusted,
  };
  const storage = { read: () => stored, write: async (progress: StoredProgress) => void written.push(progress) };
  const model = new CourseModel(source, storage);
  return { model, asked, written, write: (newText: string) => (text = newText) };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));
const wrong = notYet('m', { headline: 'h', why: 'w', at: { file: 'src/domain/game.ts', line: 1, column: 1 } });

function open(model: CourseModel) {
  assert.equal(model.state.kind, 'open');
  return model.state.kind === 'open' ? model.state : assert.fail();
}

describe('the course model', () => {
  it('marks every step as being checked, and then what it came to, with the text of the guilty line and the seed', async () => {
    const { model, asked } = given();
    await model.refresh();
    const checking = model.check();
    await tick();
    assert.equal(currentProgress(open(model)).get('1.1')?.checking, true);
    asked[0]?.answer(wrong, wrong);
    await checking;
    const progress = currentProgress(open(model));
    assert.equal(progress.get('1.1')?.judgement?.verdict, 'notYet');
    assert.equal(progress.get('1.1')?.guiltyLine, 'first text');
    assert.equal(progress.get('1.1')?.seed, 'seed');
    assert.equal(open(model).checking, false);
  });

  it('runs a check that is asked for during a check afterwards, once, on what was written meanwhile', async () => {
    const { model, asked, write } = given();
    await model.refresh();
    const first = model.check();
    await tick();
    write('second text');
    const second = model.check();
    const third = model.check();
    assert.equal(second, third);
    asked[0]?.answer();
    await first;
    await tick();
    assert.equal(asked.length, 2);
    assert.equal(asked[1]?.files.get('src/domain/game.ts'), 'second text');
    asked[1]?.answer();
    await second;
  });

  it('runs nothing without trust', async () => {
    const { model, asked } = given({ trusted: false });
    await model.refresh();
    assert.deepEqual(await model.check(), { kind: 'untrusted' });
    assert.equal(asked.length, 0);
  });

  it('says so when there is no tutorial', async () => {
    const { model } = given();
    assert.deepEqual(await model.check(), { kind: 'noTutorial' });
  });

  it('keeps what was passed and asked for, and brings it back', async () => {
    const { model, asked, written } = given();
    await model.refresh();
    const checking = model.check();
    await tick();
    asked[0]?.answer(passed, wrong);
    await checking;
    await model.revealHint('1.2');
    const again = given({ stored: written.at(-1) });
    await again.model.refresh();
    const progress = currentProgress(open(again.model));
    assert.equal(progress.get('1.1')?.judgement?.verdict, 'pass');
    assert.equal(progress.get('1.2')?.judgement, undefined);
    assert.equal(progress.get('1.2')?.hintsRevealed, 1);
  });

  it('never reveals more hints than there are', async () => {
    const { model } = given();
    await model.refresh();
    for (let count = 0; count < 5; count++) await model.revealHint('1.1');
    assert.equal(currentProgress(open(model)).get('1.1')?.hintsRevealed, 2);
  });

  it('leads on after the step that was turned to has passed', async () => {
    const { model, asked } = given();
    await model.refresh();
    model.goToStep('1.1');
    assert.equal(open(model).turnedTo, '1.1');
    const checking = model.check();
    await tick();
    asked[0]?.answer(passed, wrong);
    await checking;
    assert.equal(open(model).turnedTo, undefined);
  });

  it('says that a check began and what came of it, whoever asked', async () => {
    const { model, asked } = given();
    await model.refresh();
    const verdicts: unknown[] = [];
    model.onDidBeginCheck(({ over }) => void over.then((check) => verdicts.push(check?.judged.get('1.1')?.verdict)));
    const checking = model.check();
    await tick();
    asked[0]?.answer(wrong);
    await checking;
    assert.deepEqual(verdicts, ['notYet']);
  });

  it('leaves a step open that nobody has begun', async () => {
    const { model, asked } = given();
    await model.refresh();
    const checking = model.check();
    await tick();
    asked[0]?.answer(passed, wrong);
    await checking;
    assert.equal(currentProgress(open(model)).get('1.2')?.judgement, undefined);
  });

  it('counts nothing that passes on a branch that is not the learner’s own work', async () => {
    const own = given();
    await own.model.refresh();
    const checking = own.model.check();
    await tick();
    own.asked[0]?.answer(passed, wrong);
    await checking;
    const stored = own.written.at(-1);
    const main = given({ stored, checkedOut: { kind: 'elsewhere', branch: 'main' } });
    await main.model.refresh();
    assert.equal(currentProgress(open(main.model)).size, 0);
    const there = main.model.check();
    await tick();
    main.asked[0]?.answer(passed, passed);
    await there;
    assert.equal(currentProgress(open(main.model)).get('1.2')?.judgement?.verdict, 'pass');
    assert.deepEqual(main.written, []);
  });
});
