import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OpenCheckStore } from '../course/check-store.ts';
import type { Course } from '../course/load-course.ts';
import type { LearnerRunner } from '../learner/learner-code.ts';

export interface MutateOptions {
  readonly course: Course;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  readonly print: (line: string) => void;
}

/** Checks every mutant of the solutions; the exit code is 0 only when none passes that isn't listed as equivalent. */
export async function mutate({ course, exercisesFolder, runner, openStore, print }: MutateOptions): Promise<number> {
  const mutation = await loadMutation();
  if (mutation === undefined) {
    print('The mutation run needs the sources of Ground Up: npm run prove -- --mutate in their folder.');
    return 2;
  }
  const atOnce = availableParallelism();
  let wanting = 0;
  for (const each of course) {
    const report = await mutation.mutateExercise({ each, exercisesFolder, runner, openStore, atOnce });
    const found = mutation.wantingIn(report);
    wanting += found.length;
    for (const each of found) print(each);
    print(`${report.exercise}: ${mutation.countsText(mutation.countsOf(report))}`);
    print(`    ${mutation.stepsText(report)}`);
  }
  return wanting === 0 ? 0 : 1;
}

/** Its address is worked out at run time so that no bundle takes it in, with its parser. */
async function loadMutation(): Promise<typeof import('../course/mutation/part.ts') | undefined> {
  const file = join(import.meta.dirname, '../course/mutation/part.ts');
  return existsSync(file) ? import(pathToFileURL(file).href) : undefined;
}
