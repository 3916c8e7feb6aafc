import type { Exercise } from '../exercise.ts';
import { type Course, loadCourse } from '../load-course.ts';
import { UserError } from '../user-error.ts';
import { type CourseTree, courseTrees } from './course-history.ts';

/** The course as the workspaces need it: the exercises and the trees that are composed of them. */
export interface Exercises {
  readonly folder: string;
  readonly course: Course;
  readonly trees: readonly CourseTree[];
}

export async function readExercises(exercisesFolder: string): Promise<Exercises> {
  const course = await loadCourse(exercisesFolder);
  return { folder: exercisesFolder, course, trees: await courseTrees(exercisesFolder, course) };
}

export function exerciseWithId({ course }: Exercises, id: string): Exercise {
  const found = course.find(({ exercise }) => exercise.id === id);
  if (found === undefined) throw new UserError(`There is no exercise “${id}” in this course.`);
  return found.exercise;
}

/** The last exercise before this one in which there is something to write. */
export function exerciseBefore({ course, trees }: Exercises, id: string): Exercise {
  const earlier = course.slice(
    0,
    course.findIndex(({ exercise }) => exercise.id === id),
  );
  const isWritten = (branch: string) => trees.some((tree) => tree.branch === branch && tree.isNew);
  const found = earlier.findLast(({ exercise }) => isWritten(exercise.branch));
  if (found === undefined)
    throw new UserError('This is the first exercise, so there is no solution to bring along yet.');
  return found.exercise;
}
