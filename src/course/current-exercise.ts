import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { Course, CourseExercise } from './load-course.ts';
import { exerciseNamed } from './workspace/exercise-of.ts';

/**
 * Which exercise a workspace is at: the one whose branch is checked out, or whose name the folder
 * bears where there is no git. Anything else in a tutorial workspace is taken for the first one.
 */
export async function currentExercise(course: Course, workspace: string): Promise<CourseExercise | undefined> {
  const name = (await checkedOutBranch(workspace)) ?? basename(workspace);
  const exercises = course.map(({ exercise }) => exercise);
  const named = exerciseNamed(exercises, name);
  return course.find(({ exercise }) => exercise === named) ?? course[0];
}

/** The branch that HEAD names; undefined when it is detached or there is no repository. */
export async function checkedOutBranch(workspace: string): Promise<string | undefined> {
  const head = await textOf(join(await gitFolder(workspace), 'HEAD'));
  return /^ref: refs\/heads\/(.+)$/m.exec(head ?? '')?.[1];
}

/** Where git keeps a workspace's HEAD; a linked worktree has a file there that says where. */
export async function gitFolder(workspace: string): Promise<string> {
  const here = join(workspace, '.git');
  const elsewhere = /^gitdir: (.+)$/m.exec((await textOf(here)) ?? '')?.[1];
  if (elsewhere === undefined) return here;
  return isAbsolute(elsewhere) ? elsewhere : join(workspace, elsewhere);
}

/** Undefined for whatever can't be read as a file, a folder included. */
async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
