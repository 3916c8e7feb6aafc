import { join } from 'node:path';
import type { LearnerRunner, Limits } from '../../learner/learner-code.ts';
import { inParallel } from '../branches/in-parallel.ts';
import { checkExercise } from '../check.ts';
import type { OpenCheckStore } from '../check-store.ts';
import type { CourseExercise } from '../load-course.ts';
import type { ExerciseReport } from '../report.ts';
import { composeSolution } from '../workspace/compose.ts';
import { readFolder, textsOf } from '../workspace/tree.ts';
import { type Equivalent, readEquivalents } from './equivalents.ts';
import { type Fate, fateOf } from './fate.ts';
import { keyText, type Mutant, mutantsOf } from './mutants.ts';

export interface MutationRequest {
  readonly each: CourseExercise;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  /** How many mutants are checked at the same time. */
  readonly atOnce: number;
  /** Which of the mutants are checked, by their place; all of them unless it says otherwise. */
  readonly wanted?: (index: number) => boolean;
}

/** What became of one mutant, and why it may live where the exercise says so. */
export interface Judged {
  readonly mutant: Mutant;
  readonly fate: Fate;
  readonly equivalent: Equivalent | undefined;
}

export interface MutationReport {
  readonly exercise: string;
  readonly judged: readonly Judged[];
  /** Listed as equivalent, and no mutant of the solution is like that. */
  readonly stale: readonly Equivalent[];
}

/** The files that hold what an exercise teaches. */
const mutated = /^src\/(?:domain|persistence)\/.*\.ts$/;

/** Long enough for the solution many times over; what does not come back is asked again with a learner's own time. */
const impatient: Partial<Limits> = { time: 1_000 };

/**
 * Makes every small mistake in an exercise's solution, one at a time, and has each checked like a learner's work. One that
 * passes shows a hole in the checks, unless the exercise lists it as equivalent.
 */
export async function mutateExercise(request: MutationRequest): Promise<MutationReport> {
  const { each, exercisesFolder, atOnce, wanted = () => true } = request;
  const { id } = each.exercise;
  const files = textsOf(await composeSolution(exercisesFolder, id));
  const sources = new Map([...files].filter(([path]) => path.startsWith('src/')));
  await provePasses(request, sources);

  const equivalents = await readEquivalents(each.folder);
  const mutants = await mutantsOfSolution(join(exercisesFolder, id, 'solution'));
  const judged = await inParallel(
    mutants.filter((_, index) => wanted(index)),
    atOnce,
    async (mutant) => {
      const fate = await judge(request, new Map([...sources, [mutant.file, mutant.text]]));
      return { mutant, fate, equivalent: equivalents.get(keyText(mutant)) };
    },
  );
  const made = new Set(mutants.map(keyText));
  return {
    exercise: id,
    judged,
    stale: [...equivalents].filter(([key]) => !made.has(key)).map(([, listed]) => listed),
  };
}

async function mutantsOfSolution(folder: string): Promise<Mutant[]> {
  const own = textsOf(await readFolder(folder, (path) => mutated.test(path)));
  return [...own].flatMap(([file, text]) => mutantsOf(file, text));
}

/** A mutant that fails says nothing where the solution itself does. */
async function provePasses(request: MutationRequest, sources: ReadonlyMap<string, string>): Promise<void> {
  const fate = fateOf(await check(request, sources, {}));
  if (fate.kind === 'survived') return;
  const { id } = request.each.exercise;
  const why = fate.kind === 'notYet' ? fate.mistake : fate.problem;
  throw new Error(
    `The solution of ${id} itself does not pass step ${fate.step} (${why}): run “ground-up prove” first.`,
  );
}

async function judge(request: MutationRequest, files: ReadonlyMap<string, string>): Promise<Fate> {
  const fate = fateOf(await check(request, files, impatient));
  const ranOut = fate.kind === 'notYet' && fate.mistake === 'timed-out';
  return ranOut ? fateOf(await check(request, files, {})) : fate;
}

function check(
  { each: { exercise }, runner, openStore }: MutationRequest,
  files: ReadonlyMap<string, string>,
  limits: Partial<Limits>,
): Promise<ExerciseReport> {
  return checkExercise({ exercise, files, runner, openStore, limits });
}
