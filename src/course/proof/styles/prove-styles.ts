import type { LearnerRunner, Limits } from '../../../learner/learner-code.ts';
import { inParallel } from '../../branches/in-parallel.ts';
import { checkExercise } from '../../check.ts';
import type { OpenCheckStore } from '../../check-store.ts';
import type { CourseExercise } from '../../load-course.ts';
import { firstOpenStep } from '../../report.ts';
import { type StyleProgram, stylePrograms } from './style-programs.ts';

export interface StylesRequest {
  readonly each: CourseExercise;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  /** Of the programs, and of what each check draws. */
  readonly seed: string;
  /** Which of the seed's programs, from 0. */
  readonly numbers: readonly number[];
  /** How many are checked at the same time. */
  readonly atOnce: number;
}

/** A right program, and what it was told where it did not pass. */
export interface StyleVerdict {
  readonly program: StyleProgram;
  /** `1.5: event-without-names (Your GameStarted …)`; undefined when it passed every step. */
  readonly rejected: string | undefined;
}

/** A right program that is slow today is slow because of this machine, and none of them runs for ever. */
const patient: Partial<Limits> = { time: 60_000 };

/** Checks right programs in many styles, each of which has to pass every step. */
export async function proveStyles(request: StylesRequest): Promise<StyleVerdict[]> {
  const { each, exercisesFolder, runner, openStore, numbers, atOnce } = request;
  const programs = await stylePrograms(exercisesFolder, each.exercise.id, request.seed, numbers);
  return inParallel(programs, atOnce, async (program) => {
    const { exercise } = each;
    const { files, seed } = program;
    const report = await checkExercise({ exercise, files, runner, openStore, seed, limits: patient });
    const open = firstOpenStep(report);
    return { program, rejected: open && `${open.number}: ${saidOf(open.judgement)}` };
  });
}

function saidOf(judgement: NonNullable<ReturnType<typeof firstOpenStep>>['judgement']): string {
  switch (judgement.verdict) {
    case 'pass':
      return 'pass';
    case 'notYet':
      return `${judgement.mistake} (${judgement.told.headline})`;
    case 'couldNotRun':
      return `couldn’t run (${judgement.told.headline})`;
  }
}
