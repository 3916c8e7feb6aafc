import { join, resolve } from 'node:path';
import { messageOf } from '../../base/errors.ts';
import { type CourseCommit, fastImport } from '../git/course-commits.ts';
import { GitError, gitIn } from '../git/git.ts';
import { loadCourse } from '../load-course.ts';
import { type CourseTree, courseCommits, courseTrees } from './course-history.ts';
import { buildInPlace, obstacleAt } from './in-place.ts';
import { foldersMarker, markerFile } from './marker.ts';
import { writeTree } from './write-tree.ts';

export interface TutorialRequest {
  /** Where to make it; a folder that does not exist yet, or one with nothing in it. */
  readonly folder: string;
  readonly exercisesFolder: string;
  /** The git binary, as a path or a name on the PATH; undefined where there is none. */
  readonly git: string | undefined;
}

export type TutorialResult =
  /** A repository; `open` is the folder itself, on the first exercise's branch. */
  | {
      readonly kind: 'repository';
      readonly open: string;
      readonly exercise: string;
      readonly branches: readonly string[];
    }
  /** A folder an exercise; `open` is the first one's. `sentence` says why there are no branches. */
  | {
      readonly kind: 'folders';
      readonly open: string;
      readonly exercise: string;
      readonly folders: readonly string[];
      readonly sentence: string;
    }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Makes the workspace of the tutorial: a git repository with a branch for every exercise and its
 * solution, or folders of the same names where there is no git. A folder that isn't empty is
 * never written into, and a half-made workspace never stays.
 */
export async function makeTutorial({ folder, exercisesFolder, git }: TutorialRequest): Promise<TutorialResult> {
  const target = resolve(folder);
  try {
    const obstacle = await obstacleAt(target);
    if (obstacle !== undefined) return { kind: 'refused', sentence: obstacle };
    const course = await loadCourse(exercisesFolder);
    const trees = await courseTrees(exercisesFolder, course);
    const [first] = course;
    const [start] = trees;
    if (first === undefined || start === undefined) throw new Error(`there are no exercises in ${exercisesFolder}.`);
    const commits = await courseCommits(exercisesFolder, trees);
    const branches = commits.flatMap((commit) => commit.branches);
    const trouble = await gitTrouble(git, (binary) =>
      buildInPlace(target, (beside) => makeRepository(beside, binary, commits, start)),
    );
    const exercise = first.exercise.id;
    if (trouble === undefined) return { kind: 'repository', open: target, exercise, branches };
    await buildInPlace(target, (beside) => makeFolders(beside, trees));
    const folders = trees.map(({ branch }) => branch);
    const sentence = `${trouble} Each exercise is a folder instead of a branch; everything else is the same.`;
    return { kind: 'folders', open: join(target, start.branch), exercise, folders, sentence };
  } catch (error) {
    return { kind: 'refused', sentence: `The tutorial could not be made in ${target}: ${messageOf(error)}` };
  }
}

/** What keeps git from being used, in a sentence; undefined when it was used. */
async function gitTrouble(
  git: string | undefined,
  make: (binary: string) => Promise<void>,
): Promise<string | undefined> {
  if (git === undefined) return 'There is no git on this machine.';
  try {
    await make(git);
    return undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return `Git could not be used here (${error.message}).`;
  }
}

async function makeRepository(
  folder: string,
  binary: string,
  commits: readonly CourseCommit[],
  start: CourseTree,
): Promise<void> {
  const git = gitIn(folder, binary);
  // A learner's own defaults for new repositories (templates with hooks, another hash) are not for this one.
  await git.run(['init', '--quiet', '--template='], {
    environment: { GIT_DEFAULT_HASH: 'sha1', GIT_DEFAULT_REF_FORMAT: 'files' },
  });
  // Files have the same bytes on every machine, so that nobody's every line differs.
  await git.run(['config', 'core.autocrlf', 'false']);
  await git.run(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--done', '--date-format=raw'], {
    input: fastImport(commits),
  });
  await git.run(['symbolic-ref', 'HEAD', `refs/heads/${start.branch}`]);
  await writeTree(folder, start.tree);
  await git.run(['read-tree', 'HEAD']);
  await git.run(['update-index', '-q', '--refresh']);
}

async function makeFolders(folder: string, trees: readonly CourseTree[]): Promise<void> {
  await writeTree(folder, new Map([[markerFile, Buffer.from(foldersMarker)]]));
  for (const { branch, tree } of trees) await writeTree(join(folder, branch), tree);
}
