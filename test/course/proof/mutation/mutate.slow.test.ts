import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { Step } from '../../../../src/course/exercise.ts';
import { notYet } from '../../../../src/course/feedback/feedback.ts';
import { type CourseExercise, loadCourse } from '../../../../src/course/load-course.ts';
import { type MutationReport, mutateExercise } from '../../../../src/course/proof/mutation/mutate.ts';
import { countsOf, problemsIn } from '../../../../src/course/proof/mutation/mutation-text.ts';
import { openThrowawayStore } from '../../../../src/grpc/throwaway-store.ts';
import { exercisesFolder, runnerFor } from '../../../hosts.ts';

describe('the mutation run', () => {
  const runner = runnerFor({ after });
  let first: CourseExercise;
  before(async () => {
    const [exercise] = await loadCourse(exercisesFolder);
    assert.ok(exercise);
    first = exercise;
  });

  const run = (each: CourseExercise, wanted?: (index: number) => boolean): Promise<MutationReport> =>
    mutateExercise({
      each,
      exercisesFolder,
      runner,
      openStore: openThrowawayStore,
      concurrency: availableParallelism(),
      ...(wanted && { wanted }),
    });

  it('finds nothing in exercise 1 that its steps let pass and nobody explains', async () => {
    const report = await run(first);
    assert.deepEqual(problemsIn(report), []);
    const { mutants, killed, equivalent } = countsOf(report);
    assert.ok(mutants >= 30, `${mutants} mutants`);
    assert.equal(killed + equivalent, mutants);
  });

  it('shows the hole where a step is left out', async () => {
    const { exercise } = first;
    const withoutBonus = { ...exercise, steps: exercise.steps.filter(({ number }) => number !== 'bonus') };
    const report = await run({ ...first, exercise: withoutBonus });
    const [shown] = problemsIn(report).filter((text) => text.includes('throw-removed'));
    assert.match(shown ?? '', /solution\/src\/domain\/game\.ts:\d+ passes every step \(throw-removed\)/);
  });

  it('says so when the solution itself does not pass', async () => {
    const [step] = first.exercise.steps;
    assert.ok(step);
    const never = () => notYet('never', { headline: '', why: '' });
    const impossible: Step = { ...step, drawn: (seed) => ({ ...step.drawn(seed), judge: never }) };
    const broken = { ...first, exercise: { ...first.exercise, steps: [impossible] } };
    await assert.rejects(run(broken), /solution of 01-start-game itself does not pass step 1\.2 \(never\)/);
  });
});
