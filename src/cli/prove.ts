import { loadCourse } from '../course/load-course.ts';
import { proveCourse } from '../course/prove.ts';
import { openThrowawayStore } from '../grpc/throwaway-store.ts';
import { createLearnerRunner } from '../learner/runner.ts';
import type { Resources } from './resources.ts';

/** Proves the course and says what was found wanting; the exit code is 0 only when nothing was. */
export async function prove(
  { exercisesFolder, driverPath, packages }: Resources,
  print: (line: string) => void,
): Promise<number> {
  const course = await loadCourse(exercisesFolder);
  const runner = createLearnerRunner({ execPath: process.execPath, driverPath, packages });
  let proved = 0;
  let wanting = 0;
  try {
    for await (const { exercise, about, wrong } of proveCourse({
      course,
      exercisesFolder,
      runner,
      openStore: openThrowawayStore,
    })) {
      if (wrong === undefined) {
        proved++;
        continue;
      }
      wanting++;
      print(`✗ ${exercise} ${about} ${wrong}`);
    }
  } finally {
    runner.dispose();
  }
  print(`${proved} passed, ${wanting} failed`);
  return wanting === 0 ? 0 : 1;
}
