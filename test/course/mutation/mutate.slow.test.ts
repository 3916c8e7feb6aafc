import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { Step } from '../../../src/course/exercise.ts';
import { type CourseExercise, loadCourse } from '../../../src/course/load-course.ts';
import { type MutationReport, mutateExercise } from '../../../src/course/mutation/mutate.ts';
import { countsOf, wantingIn } from '../../../src/course/mutation/mutation-text.ts';
import { notYet } from '../../../src/course/telling.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../../../src/learner/learner-code.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';

const exercisesFolder = inRoot('exercises');

describe('the mutation run', () => {
  let runner: LearnerRunner;
  let first: CourseExercise;
  before(async () => {
    runner = createLearnerRunner({ driverPath: inRoot('src/learner/driver.ts') });
    const [exercise] = await loadCourse(exercisesFolder);
    assert.ok(exercise);
    first = exercise;
  });
  after(() => runner.dispose());

  const run = (each: CourseExercise, wanted?: (index: number) => boolean): Promise<MutationReport> =>
    mutateExercise({
      each,
      exercisesFolder,
      runner,
      openStore: openThrowawayStore,
      atOnce: availableParallelism(),
      ...(wanted && { wanted }),
    });

  it('finds nothing in exercise 1 that its steps let pass and nobody explains', async () => {
    const report = await run(first);
    assert.deepEqual(wantingIn(report), []);
    const { mutants, notYet, equivalent } = countsOf(report);
    assert.ok(mutants >= 30, `${mutants} mutants`);
    assert.equal(notYet + equivalent, mutants);
  });

  it('shows the hole where a step is left out', async () => {
    const { exercise } = first;
    const withoutBonus = { ...exercise, steps: exercise.steps.filter(({ number }) => number !== 'bonus') };
    const report = await run({ ...first, exercise: withoutBonus });
    const [shown] = wantingIn(report).filter((text) => text.includes('throw-removed'));
    assert.match(shown ?? '', /solution\/src\/domain\/game\.ts:\d+ passes every step \(throw-removed\)/);
  });

  it('says so when the solution itself does not pass', async () => {
    const [step] = first.exercise.steps;
    assert.ok(step);
    const impossible: Step = { ...step, judge: () => notYet('never', { headline: '', why: '' }) };
    const broken = { ...first, exercise: { ...first.exercise, steps: [impossible] } };
    await assert.rejects(run(broken), /solution of 01-start-game itself does not pass step 1\.2 \(never\)/);
  });
});
