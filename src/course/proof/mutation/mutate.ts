import { join } from 'node:path';
import type { LearnerRunner, Limits } from '../../../learner/learner-code.ts';
import { inParallel } from '../../branches/in-parallel.ts';
import { checkExercise } from '../../check.ts';
import type { OpenCheckStore } from '../../check-store.ts';
import type { CourseExercise } from '../../load-course.ts';
import type { ExerciseReport } from '../../report.ts';
import { composeSolution } from '../../workspace/compose.ts';
import { readFolder, textsOf } from '../../workspace/tree.ts';
import { type Equivalent, readEquivalents } from './equivalents.ts';
import { type MutantStatus, statusOf } from './mutant-status.ts';
import { keyText, type Mutant, mutantsOf } from './mutants.ts';

export interface MutationRequest {
  readonly each: CourseExercise;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  /** How many mutants are checked at the same time. */
  readonly concurrency: number;
  /** Which of the mutants are checked, by their place; all of them unless it says otherwise. */
  readonly wanted?: (index: number) => boolean;
}

/** What became of one mutant, and why it may survive where the exercise says so. */
export interface MutantResult {
  readonly mutant: Mutant;
  readonly status: MutantStatus;
  readonly equivalent: Equivalent | undefined;
}

export interface MutationReport {
  readonly exercise: string;
  readonly results: readonly MutantResult[];
  /** Listed as equivalent, and no mutant of the solution is like that. */
  readonly stale: readonly Equivalent[];
}

/** The files that hold what an exercise teaches. */
const mutated = /^src\/(?:domain|persistence)\/.*\.ts$/;

/** Long enough for the solution many times over; what does not come back is asked again with a learner's own time. */
const shortLimits: Partial<Limits> = { time: 1_000 };

/**
 * Makes every small mistake in an exercise's solution, one at a time, and has each checked like a learner's work. One that
 * passes shows a hole in the checks, unless the exercise lists it as equivalent.
 */
export async function mutateExercise(request: MutationRequest): Promise<MutationReport> {
  const { each, exercisesFolder, concurrency, wanted = () => true } = request;
  const { id } = each.exercise;
  const files = textsOf(await composeSolution(exercisesFolder, id));
  const sources = new Map([...files].filter(([path]) => path.startsWith('src/')));
  await provePasses(request, sources);

  const equivalents = await readEquivalents(each.folder);
  const mutants = await mutantsOfSolution(join(exercisesFolder, id, 'solution'));
  const results = await inParallel(
    mutants.filter((_, index) => wanted(index)),
    concurrency,
    async (mutant) => {
      const status = await statusWith(request, new Map([...sources, [mutant.file, mutant.text]]));
      return { mutant, status, equivalent: equivalents.get(keyText(mutant)) };
    },
  );
  const made = new Set(mutants.map(keyText));
  return {
    exercise: id,
    results,
    stale: [...equivalents].filter(([key]) => !made.has(key)).map(([, listed]) => listed),
  };
}

async function mutantsOfSolution(folder: string): Promise<Mutant[]> {
  const own = textsOf(await readFolder(folder, (path) => mutated.test(path)));
  return [...own].flatMap(([file, text]) => mutantsOf(file, text));
}

/** A mutant that fails says nothing where the solution itself does. */
async function provePasses(request: MutationRequest, sources: ReadonlyMap<string, string>): Promise<void> {
  const status = statusOf(await check(request, sources, {}));
  if (status.kind === 'survived') return;
  const { id } = request.each.exercise;
  const why = status.kind === 'killed' ? status.mistake : status.problem;
  throw new Error(
    `The solution of ${id} itself does not pass step ${status.step} (${why}): run “ground-up prove” first.`,
  );
}

async function statusWith(request: MutationRequest, files: ReadonlyMap<string, string>): Promise<MutantStatus> {
  const status = statusOf(await check(request, files, shortLimits));
  const ranOut = status.kind === 'killed' && status.mistake === 'timed-out';
  return ranOut ? statusOf(await check(request, files, {})) : status;
}

function check(
  { each: { exercise }, runner, openStore }: MutationRequest,
  files: ReadonlyMap<string, string>,
  limits: Partial<Limits>,
): Promise<ExerciseReport> {
  return checkExercise({ exercise, files, runner, openStore, limits });
}
