import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { inRoot } from '../root.ts';

const icons = ['codicon.css', 'codicon.ttf'];

/** Copies what is used as it is: the icon font, and the files exercises hand out. */
export async function copyAssets({
  production,
  dist,
}: {
  readonly production: boolean;
  readonly dist: string;
}): Promise<void> {
  await mkdir(dist, { recursive: true });
  await Promise.all([
    ...icons.map((name) => cp(inRoot('node_modules/@vscode/codicons/dist', name), join(dist, name))),
    copyExercises(join(dist, 'exercises'), production ? provenOnly : () => true),
  ]);
}

async function copyExercises(target: string, wanted: (path: string) => boolean): Promise<void> {
  const source = inRoot('exercises');
  if (!existsSync(source)) return;
  await cp(source, target, {
    recursive: true,
    filter: (path) => {
      const parts = relative(source, path).split(sep);
      return !parts.includes('node_modules') && basename(path) !== 'exercise.ts' && wanted(parts[1] ?? '');
    },
  });
}

/** Wrong and alternative solutions prove the course to its authors; learners have no use for them. */
const provenOnly = (folder: string): boolean => folder !== 'mistakes' && folder !== 'alternatives';
