import type { Exercise } from '../exercise.ts';
import type { Branch } from '../git/branches.ts';
import { courseIdentity } from '../git/course-commits.ts';
import type { Course } from '../load-course.ts';
import { exerciseNamed } from '../workspace/exercise-of.ts';

/** A branch to pick, and what its name tells. */
export interface Choice {
  readonly branch: Branch;
  /** Undefined where the name does not say; its files may. */
  readonly exercise: Exercise | undefined;
  /** Whether there is somebody's work on it, so that most people would pick it. */
  readonly suggested: boolean;
}

/**
 * The branches in the order to pick from: those of the current exercise first, then the others in
 * the order of the course, then those whose names tell no exercise. Exercises with nothing to check
 * are left out.
 */
export function choicesOf(course: Course, branches: readonly Branch[], current: string | undefined): Choice[] {
  const exercises = course.map(({ exercise }) => exercise);
  const rank = (exercise: Exercise | undefined) => {
    if (exercise === undefined) return exercises.length;
    return exercise.id === current ? -1 : exercises.indexOf(exercise);
  };
  return branches
    .map((branch) => ({ branch, exercise: exerciseNamed(exercises, branch.name) }))
    .filter(({ exercise }) => exercise === undefined || exercise.steps.length > 0)
    .map((choice) => ({ ...choice, suggested: isSuggested(choice, branches) }))
    .sort((one, other) => rank(one.exercise) - rank(other.exercise));
}

function isSuggested({ branch, exercise }: Omit<Choice, 'suggested'>, branches: readonly Branch[]): boolean {
  return exercise !== undefined && !isUntouchedStart(branch, exercise) && !isCopy(branch, branches);
}

/** A start as the course made it: nobody has worked there yet, so there is nothing to learn from it. */
function isUntouchedStart({ name, author }: Branch, exercise: Exercise): boolean {
  return name === exercise.branch && author === courseIdentity.name;
}

/** A remote's copy of what is here as well. */
function isCopy({ remote, name, commit }: Branch, branches: readonly Branch[]): boolean {
  if (remote === undefined) return false;
  return branches.some((other) => other.remote === undefined && other.name === name && other.commit === commit);
}
