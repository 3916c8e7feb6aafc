import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Every workspace of the tutorial has this file; finding it is what wakes the companion. */
export const markerFile = '.ground-up/course.json';

/** The marker above the folders of a tutorial that was made without git. */
export const foldersMarker = `${JSON.stringify({ course: 'event-sourcing-from-the-ground-up', format: 1, layout: 'folders' }, null, 2)}\n`;

/** Whether a folder is a workspace of the tutorial, or one with a folder for each exercise. */
export async function isTutorial(folder: string): Promise<boolean> {
  return stat(join(folder, markerFile)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * The folder that holds a folder for each exercise: the given one, or one above it
 * (`01-exercise-start-game`, or `solutions/01-exercise-start-game`). Undefined when there is none.
 */
export async function foldersRoot(folder: string): Promise<string | undefined> {
  for (const candidate of [folder, dirname(folder), dirname(dirname(folder))]) {
    if (await marksFolders(join(candidate, markerFile))) return candidate;
  }
  return undefined;
}

async function marksFolders(file: string): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof marker === 'object' && marker !== null && 'layout' in marker && marker.layout === 'folders';
  } catch {
    return false;
  }
}
