import type { OpenCheckStore } from '../course/check-store.ts';
import { type Course, findExercise, loadCourse } from '../course/load-course.ts';
import { proveCourse } from '../course/prove.ts';
import { createLearnerRunner } from '../learner/runner.ts';
import { type MutateOptions, mutate } from './mutate.ts';
import type { Resources } from './resources.ts';

const openStore: OpenCheckStore = async () => (await import('../grpc/part.ts')).openThrowawayStore();

export interface ProveOptions {
  readonly resources: Resources;
  /** `1`, `01-start-game` or a branch; the whole course otherwise. */
  readonly exercise: string | undefined;
  /** Whether the checks are tried on every small mistake in the solutions instead. */
  readonly mutate: boolean;
  readonly print: (line: string) => void;
}

/** Proves the course and says what was found wanting; the exit code is 0 only when nothing was. */
export async function prove({ resources, exercise, mutate: isMutating, print }: ProveOptions): Promise<number> {
  const { exercisesFolder, driverPath, packages } = resources;
  const course = chosen(await loadCourse(exercisesFolder), exercise);
  if (course.length === 0) {
    print(`There is no exercise “${exercise}”.`);
    return 2;
  }
  const runner = createLearnerRunner({ execPath: process.execPath, driverPath, packages });
  const request = { course, exercisesFolder, runner, openStore, print };
  try {
    return isMutating ? await mutate(request) : await proveAll(request);
  } finally {
    runner.dispose();
  }
}

function chosen(course: Course, exercise: string | undefined): Course {
  if (exercise === undefined) return course;
  const found = findExercise(course, exercise);
  return found === undefined ? [] : [found];
}

async function proveAll({ print, ...request }: MutateOptions): Promise<number> {
  let proved = 0;
  let wanting = 0;
  for await (const { exercise, about, wrong } of proveCourse(request)) {
    if (wrong === undefined) {
      proved++;
      continue;
    }
    wanting++;
    print(`✗ ${exercise} ${about} ${wrong}`);
  }
  print(`${proved} passed, ${wanting} failed`);
  return wanting === 0 ? 0 : 1;
}
