import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Exercise } from './exercise.ts';

/** An exercise and where it lies. */
export interface CourseExercise {
  readonly exercise: Exercise;
  readonly folder: string;
  /** The instructions, as Markdown. */
  readonly instructions: string;
}

/** The exercises in the order of their numbers. */
export type Course = readonly CourseExercise[];

/** Every folder that begins with two digits is an exercise; adding one is adding a folder. */
export async function loadCourse(exercisesFolder: string): Promise<Course> {
  const entries = await readdir(exercisesFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name)).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => loadExercise(join(exercisesFolder, name))));
}

/** Which exercise somebody means by `1`, `01`, `01-start-game` or a branch that is named after it. */
export function findExercise(course: Course, wanted: string): CourseExercise | undefined {
  const number = /^\d{1,2}$/.test(wanted) ? `${wanted.padStart(2, '0')}-` : undefined;
  return course.find(({ exercise: { id, branch } }) =>
    number !== undefined ? id.startsWith(number) : [id, branch, `solutions/${branch}`].includes(wanted),
  );
}

/** Whether there is anything for a language in an exercise yet. */
export function isWrittenIn({ folder }: Pick<CourseExercise, 'folder'>, language: string): boolean {
  return existsSync(join(folder, language));
}

async function loadExercise(folder: string): Promise<CourseExercise> {
  // From the sources an exercise is TypeScript; the extension carries it compiled.
  const file = ['exercise.cjs', 'exercise.ts'].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) throw new Error(`${folder} has no exercise.ts.`);
  const exercise = exerciseIn(await import(pathToFileURL(file).href));
  if (exercise === undefined) throw new Error(`${file} does not export an exercise as its default.`);
  return { exercise, folder, instructions: await readFile(join(folder, 'README.md'), 'utf8') };
}

/** A CommonJS module imported from here has its exports one level deeper. */
function exerciseIn(module: unknown): Exercise | undefined {
  if (typeof module !== 'object' || module === null || !('default' in module)) return undefined;
  return isExercise(module.default) ? module.default : exerciseIn(module.default);
}

function isExercise(value: unknown): value is Exercise {
  return typeof value === 'object' && value !== null && 'id' in value && 'steps' in value && Array.isArray(value.steps);
}
