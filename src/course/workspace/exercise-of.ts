import type { Language } from '../../learner/language.ts';
import { isSourceOf } from '../git/read-tree.ts';
import { exerciseIds, givenFiles } from './compose.ts';

/** What an exercise is called: its folder and its branch. */
export interface ExerciseName {
  readonly id: string;
  readonly branch: string;
}

/**
 * The exercise a branch is named after: `01-exercise-start-game`, `solutions/01-exercise-start-game`,
 * `learner/ann/01-exercise-start-game`, `ann-01-start-game`. Undefined when its name does not say.
 */
export function exerciseNamed<E extends ExerciseName>(exercises: readonly E[], branch: string): E | undefined {
  const fits = ({ id, branch: own }: E) => contains(branch, own) || contains(branch, id);
  // The last one wins, so that `02-…-after-01-…` is taken for the later exercise.
  return exercises.filter(fits).at(-1);
}

/** The last exercise whose given sources are all there, by what is on a branch; undefined when none is. */
export async function exerciseByFiles(
  exercisesFolder: string,
  paths: ReadonlySet<string>,
  language: Language,
): Promise<string | undefined> {
  const ids = await exerciseIds(exercisesFolder);
  const given = await Promise.all(ids.map((id) => givenFiles(exercisesFolder, id)));
  return ids.findLast((_, at) => {
    const files = [...(given[at]?.keys() ?? [])].filter(isSourceOf(language));
    return files.length > 0 && files.every((path) => paths.has(path));
  });
}

/** As a whole word, so that `01-start-game` is not found in `101-start-game` or `01-start-games`. */
function contains(name: string, word: string): boolean {
  const at = ` ${name} `.indexOf(word);
  return at > 0 && !/\w/.test(` ${name} `.charAt(at - 1)) && !/\w/.test(` ${name} `.charAt(at + word.length));
}
