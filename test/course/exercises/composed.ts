import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CourseExercise, loadCourse } from '../../../src/course/load-course.ts';
import { composeEdits, readAlternatives } from '../../../src/course/proof/mistakes.ts';
import { composeSolution, composeStart, composeVariant, variantNames } from '../../../src/course/workspace/compose.ts';
import { composeSolutionUpTo } from '../../../src/course/workspace/stages.ts';
import type { Tree } from '../../../src/course/workspace/tree.ts';
import { writeTree } from '../../../src/course/workspace/write-tree.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export function inProject(path: string): string {
  return join(root, path);
}

export const exercisesFolder = inProject('exercises');

/** A workspace as a learner could have it: how an exercise starts, its solution up to each step, and each of the other right ones. */
export interface Workspace {
  readonly name: string;
  readonly compose: () => Promise<Tree>;
}

export async function rightWorkspaces(): Promise<Workspace[]> {
  const of = async ({ exercise }: CourseExercise): Promise<Workspace[]> => {
    const { id, steps } = exercise;
    const alternatives = await variantNames(exercisesFolder, id, 'alternatives');
    return [
      { name: `${id} start`, compose: () => composeStart(exercisesFolder, id) },
      { name: `${id} solution`, compose: () => composeSolution(exercisesFolder, id) },
      ...steps.slice(0, -1).map(({ number }) => ({
        name: `${id} solution up to ${number}`,
        compose: () => composeSolutionUpTo(exercisesFolder, exercise, number, typescript.id),
      })),
      ...(await readAlternatives({ exercisesFolder, id, language: typescript.id })).map(({ name, edits }) => ({
        name: `${id} alternatives/${name}`,
        compose: () => composeEdits({ exercisesFolder, id, language: typescript.id }, edits),
      })),
      ...alternatives.map((name) => ({
        name: `${id} alternatives/${name}`,
        compose: () => composeVariant(exercisesFolder, id, 'alternatives', name),
      })),
    ];
  };
  return (await Promise.all((await loadCourse(exercisesFolder)).map(of))).flat();
}

/** Writes a workspace that finds this project's packages; `remove` when it is no longer needed. */
export async function lay(tree: Tree): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const above = await realpath(await mkdtemp(join(tmpdir(), 'ground-up-exercise-')));
  const folder = join(above, 'workspace');
  await writeTree(folder, tree);
  await symlink(inProject('node_modules'), join(above, 'node_modules'), 'junction');
  return { folder, remove: () => rm(above, { recursive: true, force: true }) };
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

export interface Running {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs this very Node in a folder, to its end. */
export function runNode(
  folder: string,
  args: readonly string[],
  { input = '', environment }: Running = {},
): Promise<Ran> {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...args],
      { cwd: folder, env: { ...inherited, ...environment } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: out + err }),
    );
    child.stdin?.end(input);
  });
}

export const compiler = inProject('node_modules/typescript/bin/tsc');
export const findingTypeScript = ['--import', './.ground-up/imports.mjs'];
