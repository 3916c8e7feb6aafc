import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { type CourseExercise, loadCourse } from '../../../../src/course/load-course.ts';
import type { StylesRequest } from '../../../../src/course/proof/styles/prove-styles.ts';
import { type StyleProgram, stylePrograms } from '../../../../src/course/proof/styles/style-programs.ts';
import { openThrowawayStore } from '../../../../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../../../../src/learner/learner-code.ts';
import { exercisesFolder } from '../../exercises/composed.ts';

/** The programs of this seed are looked at with each run of the tests; `prove --styles` draws others each time. */
export const seed = 'sample';

/** How many of each exercise. */
export const sizes: Readonly<Record<string, number>> = {
  '01-start-game': 14,
  '02-play-the-game': 14,
  '03-persisting-the-events': 6,
};

export function numbers(count: number): number[] {
  return [...Array(count).keys()];
}

export function sampleOf(id: string): Promise<StyleProgram[]> {
  return stylePrograms(exercisesFolder, id, seed, numbers(sizes[id] ?? 0));
}

/** What it takes to check so many programs of an exercise. */
export async function requestFor(id: string, count: number, runner: LearnerRunner): Promise<StylesRequest> {
  const each: CourseExercise | undefined = (await loadCourse(exercisesFolder)).find(
    ({ exercise }) => exercise.id === id,
  );
  assert.ok(each !== undefined, `there is no exercise ${id}`);
  const atOnce = availableParallelism();
  return { each, exercisesFolder, runner, openStore: openThrowawayStore, seed, numbers: numbers(count), atOnce };
}
