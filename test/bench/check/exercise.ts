import { checkExercise } from '../../../src/course/check.ts';
import type { Exercise } from '../../../src/course/exercise.ts';
import { findExercise, loadCourse } from '../../../src/course/load-course.ts';
import { verdictOf } from '../../../src/course/report.ts';
import { composeSolution } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../../../src/learner/learner-code.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { findProvidedPackages } from '../../../src/learner/typescript/packages/provided-packages.ts';
import { createTypeScriptRuntime } from '../../../src/learner/typescript/runtime.ts';

export interface OpenExercise extends AsyncDisposable {
  readonly exercise: Exercise;
  /** Below `src`: the learner's tests of the workspace are not what is compared. */
  readonly files: ReadonlyMap<string, string>;
  readonly runner: LearnerRunner;
}

/** An exercise solved, with a runner on the built driver, as the editor has it. */
export async function openExercise(id: string): Promise<OpenExercise> {
  const exercisesFolder = inRoot('exercises');
  const found = findExercise(await loadCourse(exercisesFolder), id);
  if (found === undefined) throw new Error(`There is no exercise ${id}.`);
  const composed = textsOf(await composeSolution(exercisesFolder, id));
  const files = new Map([...composed].filter(([path]) => path.startsWith('src/')));
  const runner = createLearnerRunner(
    createTypeScriptRuntime({
      driverPath: inRoot('dist/driver.js'),
      packages: findProvidedPackages(inRoot('dist')),
    }),
  );
  return { exercise: found.exercise, files, runner, [Symbol.asyncDispose]: async () => runner.dispose() };
}

export async function checkOnce({ exercise, files, runner }: OpenExercise): Promise<void> {
  const report = await checkExercise({ exercise, files, runner, openStore: openThrowawayStore });
  if (verdictOf(report) !== 'pass') throw new Error('The solution did not pass, so there is nothing to time.');
}
