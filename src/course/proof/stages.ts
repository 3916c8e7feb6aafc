import { messageOf } from '../../base/errors.ts';
import type { Language } from '../../learner/language.ts';
import type { Exercise } from '../exercise.ts';
import type { ExerciseReport } from '../report.ts';
import type { InLanguage } from '../workspace/read-list.ts';
import { sourcesOf } from '../workspace/source-files.ts';
import { composeSolutionUpTo, readStages } from '../workspace/stages.ts';
import type { Tree } from '../workspace/tree.ts';

export interface StagesToProve {
  readonly exercise: Exercise;
  readonly exercisesFolder: string;
  readonly language: Language;
  readonly verify: (tree: Tree) => Promise<ExerciseReport>;
}

/** One step's solution: what is wrong with it, undefined when it holds. */
export interface StageProof {
  readonly about: string;
  readonly upTo: string;
  readonly wrong: string | undefined;
}

/**
 * Proves that the solution up to each step passes just the steps so far: with less it is none, and with more it gives away what
 * is still to be found. A later step passes only where there is nothing to write for it.
 */
export async function* proveStages({
  exercise,
  exercisesFolder,
  language,
  verify,
}: StagesToProve): AsyncGenerator<StageProof> {
  const compose = (step: string) => composeSolutionUpTo(exercisesFolder, exercise, step, language.id);
  for (const { number } of exercise.steps) {
    const stage = { about: `solution up to ${number}`, upTo: number };
    try {
      const tree = await compose(number);
      const report = await verify(tree);
      const wanted = await stepsSolvedBy(tree, number);
      yield { ...stage, wrong: wrongStage(report, wanted) };
    } catch (error) {
      yield { ...stage, wrong: `can’t be proved: ${messageOf(error)}` };
    }
  }

  /** This step, those before it, and those after it whose solution has the very same sources. */
  async function stepsSolvedBy(tree: Tree, step: string): Promise<ReadonlySet<string>> {
    const numbers = exercise.steps.map(({ number }) => number);
    const solved = numbers.slice(0, numbers.indexOf(step) + 1);
    for (const later of numbers.slice(solved.length)) {
      if (!sameTexts(sourcesOf(tree, language), sourcesOf(await compose(later), language))) break;
      solved.push(later);
    }
    return new Set(solved);
  }
}

function wrongStage({ steps }: ExerciseReport, wanted: ReadonlySet<string>): string | undefined {
  const wrong = steps.flatMap(({ number, judgement: { verdict } }) => {
    const expected = wanted.has(number) ? 'pass' : 'notYet';
    return verdict === expected ? [] : [`“${verdict}” at ${number} instead of “${expected}”`];
  });
  return wrong.length === 0 ? undefined : `is ${wrong.join(', ')}`;
}

function sameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}

/** What is said twice, or of a step before which nothing was solved, or of no step: each in a few words. */
export async function strayStages(of: InLanguage, { steps }: Exercise): Promise<string[]> {
  const told = (await readStages(of)).map(({ before }) => before);
  const after = new Set(steps.slice(1).map(({ number }) => number));
  return [
    ...told.filter((step) => !after.has(step)).map((step) => `before ${step} in stages.ts, where there is no solution`),
    ...told.filter((step, at) => told.indexOf(step) < at).map((step) => `before ${step} twice in stages.ts`),
  ];
}
