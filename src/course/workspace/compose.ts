import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './disk.ts';
import { overlay, readFolder, type Tree } from './tree.ts';

/**
 * What a learner's workspace holds is composed from the folders of the exercises, so that no file
 * of the course is written twice:
 *
 * - start(n) = base + (given + solution of every exercise before) + given(n)
 * - solution(n) = start(n) + solution(n)
 */
export async function composeStart(exercisesFolder: string, id: string): Promise<Tree> {
  const ids = await exerciseIds(exercisesFolder);
  const at = ids.indexOf(id);
  if (at < 0) throw new Error(`There is no exercise “${id}” in ${exercisesFolder}; there are ${ids.join(', ')}.`);
  const before = ids.slice(0, at).flatMap((earlier) => [`${earlier}/given`, `${earlier}/solution`]);
  const layers = ['base', ...before, `${id}/given`];
  return overlay(...(await Promise.all(layers.map((layer) => readFolder(join(exercisesFolder, layer))))));
}

export async function composeSolution(exercisesFolder: string, id: string): Promise<Tree> {
  return overlay(await composeStart(exercisesFolder, id), await readFolder(join(exercisesFolder, id, 'solution')));
}

/** Other solutions of an exercise: wrong ones, each for one mistake, and right ones in another style. */
export type Variants = 'mistakes' | 'alternatives';

/** A wrong solution or another right one, laid over the reference solution. */
export async function composeVariant(exercisesFolder: string, id: string, of: Variants, name: string): Promise<Tree> {
  const variant = await readFolder(join(exercisesFolder, id, of, name));
  if (variant.size === 0) throw new Error(`Exercise ${id} has nothing in ${of}/${name}.`);
  return overlay(await composeSolution(exercisesFolder, id), variant);
}

export async function variantNames(exercisesFolder: string, id: string, of: Variants): Promise<string[]> {
  return foldersIn(join(exercisesFolder, id, of));
}

/** What every workspace has, before the first exercise. */
export async function composeBase(exercisesFolder: string): Promise<Tree> {
  return readFolder(join(exercisesFolder, 'base'));
}

/** What an exercise itself hands out. */
export async function givenFiles(exercisesFolder: string, id: string): Promise<Tree> {
  return readFolder(join(exercisesFolder, id, 'given'));
}

/** The exercises in their order: every folder that begins with two digits is one. */
export async function exerciseIds(exercisesFolder: string): Promise<string[]> {
  return (await foldersIn(exercisesFolder)).filter((name) => /^\d\d-/.test(name));
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
