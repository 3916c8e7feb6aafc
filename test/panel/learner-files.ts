import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mistake, readMistakes } from '../../src/course/proof/mistakes.ts';
import { applyEdits } from '../../src/course/workspace/text-edit.ts';
import { exercisesFolder } from '../hosts.ts';

const language = 'typescript';

const exercises = ['01-start-game', '02-play-the-game', '03-persisting-the-events'];

/** The mistakes of all exercises by their layers' names. */
const mistakes: ReadonlyMap<string, Mistake> = new Map(
  (
    await Promise.all(
      exercises.map(async (id) =>
        (
          await readMistakes({ exercisesFolder, id, language })
        ).map((mistake) => [`${id}/mistakes/${mistake.name}`, mistake] as const),
      ),
    )
  ).flat(),
);

/** The learner's files as a stack of layers makes them: `01-start-game/given`, `01-start-game/mistakes/recorded-twice` … */
export function learnerFiles(...layers: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const layer of layers) {
    const mistake = mistakes.get(layer);
    if (mistake === undefined) layFolder(files, layer);
    else makeMistake(files, mistake);
  }
  return files;
}

function layFolder(files: Map<string, string>, layer: string): void {
  const [exercise = '', ...rest] = layer.split('/');
  const folder = join(exercisesFolder, exercise, language, ...rest);
  const found = globSync('src/**/*.ts', { cwd: folder });
  if (found.length === 0) throw new Error(`There is no ${layer}.`);
  for (const file of found) files.set(file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8'));
}

function makeMistake(files: Map<string, string>, { name, edits }: Mistake): void {
  if (edits === undefined) throw new Error(`${name} is a whole rewrite, and no edit of these files.`);
  for (const [file, ofFile] of Map.groupBy(edits, (edit) => edit.file))
    files.set(file, applyEdits(files.get(file) ?? '', ofFile));
}

export const given = ['01-start-game/given'] as const;
export const solved = [...given, '01-start-game/solution'] as const;

/** A `Game` that can be played to its end. */
export const playable = [...solved, '02-play-the-game/given', '02-play-the-game/solution'] as const;

/** One that can be stored as well. */
export const storing = [...playable, '03-persisting-the-events/given', '03-persisting-the-events/solution'] as const;

/** One file of the learner's, for what no exercise has. */
export function gameFile(text: string): Map<string, string> {
  return new Map([['src/domain/game.ts', text]]);
}
