import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const exercises = fileURLToPath(new URL('../../../exercises', import.meta.url));

/** The learner's files as a stack of an exercise's folders makes them: `01-start-game/given`, `01-start-game/solution` … */
export function learnerFiles(...layers: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const layer of layers) {
    const folder = join(exercises, layer);
    for (const file of globSync('src/**/*.ts', { cwd: folder })) {
      files.set(file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8'));
    }
  }
  return files;
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
