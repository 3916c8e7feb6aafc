import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../base/errors.ts';
import { UserError } from '../user-error.ts';
import { bringAlong } from './change/bring-along.ts';
import { type ChangeResult, changedFilesText, type GivenFile, type TutorialWorkspace } from './change/change-result.ts';
import { copyToBackup, folderBackups, isLearners } from './change/folder-backups.ts';
import { refuseOnError } from './change/refuse-on-error.ts';
import { composeSolution, composeStart, givenFiles } from './compose.ts';
import { createFile, isMissing, removeFile } from './disk.ts';
import { type Exercises, exerciseBefore, exerciseWithId } from './exercises.ts';
import { buildInPlace } from './in-place.ts';
import { overlay, readFolder, sameBytes, type Tree, textsOf } from './tree.ts';
import { writeTree } from './write-tree.ts';

/** The tutorial where there is no git: a folder for each exercise, side by side below `root`. */
export function folderWorkspace(root: string, exercises: Exercises): TutorialWorkspace {
  const { folder: exercisesFolder } = exercises;
  return {
    kind: 'folders',
    startExercise: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        await makeMissing(root, exercises, branch);
        return done(root, branch, `Exercise ${branch} is in a folder of its own.`);
      }),
    resetExercise: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const backup = await replaceFiles(root, 'reset', branch, await composeStart(exercisesFolder, id));
        return { ...done(root, branch, 'The exercise is as it was in the beginning.'), backup };
      }),
    bringMySolutionAlong: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const earlier = exerciseBefore(exercises, id);
        await makeMissing(root, exercises, branch);
        const start = await composeStart(exercisesFolder, id);
        if (!sameTrees(start, await readFolder(join(root, branch), isLearners))) throw new UserError(begun(branch));
        const mine = await readFolder(join(root, earlier.branch), isLearners);
        if (mine.size === 0)
          throw new UserError(`There is no folder ${earlier.branch} to bring a solution along from.`);
        const known = [
          await composeStart(exercisesFolder, earlier.id),
          await composeSolution(exercisesFolder, earlier.id),
        ];
        const brought = bringAlong(mine, await givenFiles(exercisesFolder, id), known, sameBytes);
        const backup = await replaceFiles(root, 'bring-along', branch, brought.files);
        const own = textsOf(mine);
        const differing = [...textsOf(brought.differing)].map(
          ([path, given]): GivenFile => ({ path, own: own.get(path) ?? '', given }),
        );
        const sentence = `${branch} has your own solution now. ${changedFilesText(differing)}`.trim();
        return { ...done(root, branch, sentence), backup, differing };
      }),
    undo: (name) =>
      refuseOnError(async () => {
        const backups = await folderBackups(root);
        const chosen = name === undefined ? backups[0] : backups.find((each) => each.name === name);
        if (chosen === undefined) throw new UserError('There is nothing to undo.');
        const files = await readFolder(join(root, chosen.name, chosen.branch), isLearners);
        const backup = await replaceFiles(root, 'undo', chosen.branch, files);
        return { ...done(root, chosen.branch, `All is as it was before ${chosen.occasion}.`), backup };
      }),
    backups: () => folderBackups(root),
  };
}

function begun(branch: string): string {
  return `You have begun ${branch} already, so nothing was laid over it. Reset it first to begin it with your own solution; what you wrote is kept.`;
}

function done(root: string, branch: string, sentence: string): Extract<ChangeResult, { kind: 'done' }> {
  const open = join(root, branch);
  return { kind: 'done', open, branch, backup: undefined, committedTo: undefined, differing: [], sentence };
}

/** The folders of an exercise and its solution, as far as they are not there yet. */
async function makeMissing(root: string, { trees }: Exercises, branch: string): Promise<void> {
  for (const tree of trees.filter((each) => each.branch === branch || each.branch === `solutions/${branch}`)) {
    const place = join(root, tree.branch);
    if (!(await isThere(place))) await buildInPlace(place, (folder) => writeTree(folder, tree.tree));
  }
}

/** Makes a folder hold just these files, once what is in it is kept elsewhere; returns the backup's name. */
async function replaceFiles(root: string, operation: string, branch: string, wanted: Tree): Promise<string> {
  const folder = join(root, branch);
  await mkdir(folder, { recursive: true });
  const there = await readFolder(folder, isLearners);
  const backup = await copyToBackup(root, operation, branch, there);
  try {
    for (const [path, bytes] of there) {
      if (sameBytes(bytes, wanted.get(path))) continue;
      if (!sameBytes(await readFile(join(folder, path)), bytes)) throw new Error(`${path} was changed meanwhile`);
      await removeFile(folder, path);
    }
    for (const [path, bytes] of wanted) {
      if (sameBytes(bytes, there.get(path))) continue;
      await createFile(folder, path, '100644', Buffer.from(bytes));
    }
  } catch (error) {
    throw new Error(`It could not be finished, because ${messageOf(error)}. All that was there is kept in ${backup}.`);
  }
  return backup;
}

function sameTrees(one: Tree, other: Tree): boolean {
  return (
    one.size === other.size &&
    overlay(one, other).size === one.size &&
    [...one].every(([path, bytes]) => sameBytes(bytes, other.get(path)))
  );
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
