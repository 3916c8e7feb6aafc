import { join } from 'node:path';
import { inParallel } from '../../branches/in-parallel.ts';
import type { CourseExercise } from '../../load-course.ts';
import { composeSolution, solutionFiles } from '../../workspace/compose.ts';
import { textsOf } from '../../workspace/tree.ts';
import { type Checks, checkMutant, checkProgram, isMutated } from './check-mutant.ts';
import { type Equivalent, readEquivalents } from './equivalents.ts';
import type { MutantStatus } from './mutant-status.ts';
import { keyText, type Mutant, mutantsOf } from './mutants.ts';

export interface MutationRequest extends Omit<Checks, 'exercise'> {
  readonly each: CourseExercise;
  readonly exercisesFolder: string;
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
  readonly language: string;
  readonly results: readonly MutantResult[];
  /** Listed as equivalent, and no mutant of the solution is like that. */
  readonly stale: readonly Equivalent[];
}

/**
 * Makes every small mistake in an exercise's solution, one at a time, and has each checked like a learner's work. One that
 * passes shows a hole in the checks, unless the exercise lists it as equivalent.
 */
export async function mutateExercise(request: MutationRequest): Promise<MutationReport> {
  const { each, exercisesFolder, concurrency, wanted = () => true } = request;
  const checks: Checks = { ...request, exercise: each.exercise };
  const { id } = each.exercise;
  const language = request.runner.language.id;
  const files = textsOf(await composeSolution(exercisesFolder, id, language));
  const sources = new Map([...files].filter(([path]) => path.startsWith('src/')));
  await provePasses(checks, sources);

  const equivalents = await readEquivalents(join(each.folder, language));
  const mutants = mutantsOfFiles(textsOf(await solutionFiles(exercisesFolder, id, language)));
  const results = await inParallel(
    mutants.filter((_, index) => wanted(index)),
    concurrency,
    async (mutant) => {
      const status = await checkMutant(checks, new Map([...sources, [mutant.file, mutant.text]]));
      return { mutant, status, equivalent: equivalents.get(keyText(mutant)) };
    },
  );
  const made = new Set(mutants.map(keyText));
  return {
    exercise: id,
    language,
    results,
    stale: [...equivalents].filter(([key]) => !made.has(key)).map(([, listed]) => listed),
  };
}

/** Of those files that hold what an exercise teaches. */
export function mutantsOfFiles(files: ReadonlyMap<string, string>): Mutant[] {
  return [...files].flatMap(([file, text]) => (isMutated(file) ? mutantsOf(file, text) : []));
}

/** A mutant that fails says nothing where the solution itself does. */
async function provePasses(checks: Checks, sources: ReadonlyMap<string, string>): Promise<void> {
  const status = await checkProgram(checks, sources);
  if (status.kind === 'survived') return;
  const { id } = checks.exercise;
  const why = status.kind === 'killed' ? status.mistake : status.problem;
  throw new Error(
    `The solution of ${id} itself does not pass step ${status.step} (${why}): run “ground-up prove” first.`,
  );
}
