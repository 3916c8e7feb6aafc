import type { LearnerRunner, Limits } from '../../../learner/learner-code.ts';
import { checkExercise } from '../../check.ts';
import type { OpenCheckStore } from '../../check-store.ts';
import type { Exercise } from '../../exercise.ts';
import { type MutantStatus, statusOf } from './mutant-status.ts';

/** What a program is checked with. */
export interface Checks {
  readonly exercise: Exercise;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  /** Of what the checks draw; each draws its own where there is none. */
  readonly seed?: string;
}

/** The files that hold what an exercise teaches. */
export function isMutated(path: string): boolean {
  return /^src\/(?:domain|persistence)\/.*\.ts$/.test(path);
}

/** Long enough for a right program many times over; what does not come back is asked again with more time. */
const impatient: Partial<Limits> = { time: 1_000 };
/** Even on a machine that has much else to do. */
const patient: Partial<Limits> = { time: 30_000 };

/** What the checks make of a program that is right, or should be. */
export async function checkProgram(checks: Checks, files: ReadonlyMap<string, string>): Promise<MutantStatus> {
  return statusOf(await checkExercise({ ...checks, files, limits: patient }));
}

export async function checkMutant(checks: Checks, files: ReadonlyMap<string, string>): Promise<MutantStatus> {
  const status = statusOf(await checkExercise({ ...checks, files, limits: impatient }));
  const ranOut = status.kind === 'killed' && status.mistake === 'timed-out';
  return ranOut ? statusOf(await checkExercise({ ...checks, files })) : status;
}
