import type { CourseCommit } from '../git/course-commits.ts';
import type { Course } from '../load-course.ts';
import { composeBase, composeSolution, composeStart, givenFiles, solutionFiles } from './compose.ts';
import type { Tree } from './tree.ts';

/** The name a solution's branch, or folder, has beside that of its exercise. */
export function solutionBranch(branch: string): string {
  return `solutions/${branch}`;
}

/** An exercise's start and solution as they stand on branches or in folders. */
export interface CourseTree {
  readonly branch: string;
  readonly message: string;
  readonly tree: Tree;
  /** False for an exercise to read, which hands out nothing new. */
  readonly isNew: boolean;
}

/** Every start and every solution, in the order in which they follow from one another. */
export async function courseTrees(exercisesFolder: string, course: Course): Promise<CourseTree[]> {
  const trees = course.map(async ({ exercise: { id, branch, title } }): Promise<CourseTree[]> => {
    const start: CourseTree = {
      branch,
      message: `Start of exercise ${id}: ${title}`,
      tree: await composeStart(exercisesFolder, id),
      isNew: (await givenFiles(exercisesFolder, id)).size > 0,
    };
    const isSolved = (await solutionFiles(exercisesFolder, id)).size > 0;
    if (!isSolved) return [start];
    const tree = await composeSolution(exercisesFolder, id);
    return [
      start,
      { branch: solutionBranch(branch), message: `Solution of exercise ${id}: ${title}`, tree, isNew: true },
    ];
  });
  return (await Promise.all(trees)).flat();
}

/** The same as commits, `main` with the bare workspace first; what adds nothing shares the commit before it. */
export async function courseCommits(exercisesFolder: string, trees: readonly CourseTree[]): Promise<CourseCommit[]> {
  const base = await composeBase(exercisesFolder);
  const commits: (CourseCommit & { branches: string[] })[] = [
    { message: 'The workspace, before the first exercise', tree: base, branches: ['main'] },
  ];
  for (const { branch, message, tree, isNew } of trees) {
    const before = commits.at(-1);
    if (isNew || before === undefined) commits.push({ message, tree, branches: [branch] });
    else before.branches.push(branch);
  }
  return commits;
}
