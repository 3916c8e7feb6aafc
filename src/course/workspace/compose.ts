import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './disk.ts';
import { overlay, readFolder, type Tree } from './tree.ts';

/** The language of the tutorial: below each exercise, its folder holds what is written in it. */
export const typescript = 'typescript';

/**
 * What a learner's workspace holds is composed from the folders of the exercises, so that no file
 * of the course is written twice. With `language` for the folder's name below base and each exercise:
 *
 * - start(n) = base + (given + solution of every exercise before) + given(n)
 * - solution(n) = start(n) + solution(n)
 */
export async function composeStart(exercisesFolder: string, id: string, language: string = typescript): Promise<Tree> {
  const ids = await exerciseIds(exercisesFolder);
  const at = ids.indexOf(id);
  if (at < 0) throw new Error(`There is no exercise “${id}” in ${exercisesFolder}; there are ${ids.join(', ')}.`);
  const before = ids
    .slice(0, at)
    .flatMap((earlier) => [
      givenFiles(exercisesFolder, earlier, language),
      solutionFiles(exercisesFolder, earlier, language),
    ]);
  const layers = [composeBase(exercisesFolder, language), ...before, givenFiles(exercisesFolder, id, language)];
  return overlay(...(await Promise.all(layers)));
}

export async function composeSolution(
  exercisesFolder: string,
  id: string,
  language: string = typescript,
): Promise<Tree> {
  const start = await composeStart(exercisesFolder, id, language);
  return overlay(start, await solutionFiles(exercisesFolder, id, language));
}

/** Other solutions of an exercise: wrong ones, each for one mistake, and right ones in another style. */
export type Variants = 'mistakes' | 'alternatives';

/** A wrong solution or another right one that is a folder of its own, laid over the reference solution. */
export async function composeVariant(
  exercisesFolder: string,
  id: string,
  of: Variants,
  name: string,
  language: string = typescript,
): Promise<Tree> {
  const variant = await readFolder(join(exercisesFolder, id, language, of, name));
  if (variant.size === 0) throw new Error(`Exercise ${id} has nothing in ${language}/${of}/${name}.`);
  return overlay(await composeSolution(exercisesFolder, id, language), variant);
}

export async function variantNames(
  exercisesFolder: string,
  id: string,
  of: Variants,
  language: string = typescript,
): Promise<string[]> {
  return foldersIn(join(exercisesFolder, id, language, of));
}

/** What every workspace has, before the first exercise. */
export async function composeBase(exercisesFolder: string, language: string = typescript): Promise<Tree> {
  return readFolder(join(exercisesFolder, 'base', language));
}

/** What an exercise itself hands out. */
export async function givenFiles(exercisesFolder: string, id: string, language: string = typescript): Promise<Tree> {
  return readFolder(join(exercisesFolder, id, language, 'given'));
}

/** What the reference solution adds to that. */
export async function solutionFiles(exercisesFolder: string, id: string, language: string = typescript): Promise<Tree> {
  return readFolder(join(exercisesFolder, id, language, 'solution'));
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
