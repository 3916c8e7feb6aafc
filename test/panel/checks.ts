import { join } from 'node:path';
import type { OpenCheckStore } from '../../src/course/check-store.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { inRoot } from '../../src/dev/root.ts';
import { openThrowawayStore } from '../../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../../src/learner/learner-code.ts';
import type { SourceFiles } from '../../src/learner/source-files.ts';
import { clientPackage } from '../../src/learner/typescript/wire.ts';
import type { CheckedStep } from '../../src/panel/check-replay/checked-step.ts';
import { sourceRunner } from '../learner/runners.ts';

const course = await loadCourse(inRoot('exercises'));

/** A runner for code that talks to an event store as well. */
export function lendingRunner(): LearnerRunner {
  const packages = inRoot('node_modules');
  return sourceRunner({
    packages: { [clientPackage]: join(packages, clientPackage) },
    readable: [inRoot('src'), packages],
  });
}

export const noStore: OpenCheckStore = async () => ({ kind: 'failed', reason: 'There is none.' });

/** A step's check on the files as they are whenever it is run; `time` is how long one operation may take, in milliseconds. */
export function checkedStep(
  runner: LearnerRunner,
  number: string,
  files: () => SourceFiles,
  { time = 30_000, ...more }: Partial<CheckedStep> & { readonly time?: number } = {},
): CheckedStep {
  const step = course.flatMap(({ exercise }) => exercise.steps).find((each) => each.number === number);
  if (step === undefined) throw new Error(`There is no step ${number}.`);
  return {
    step,
    openCode: async (environment = {}) => {
      const given = files();
      const limits = { time, output: 20_000_000 };
      return { session: await runner.open({ files: given, environment, limits }), files: given };
    },
    seed: 'fixed',
    openStore: openThrowawayStore,
    ...more,
  };
}
