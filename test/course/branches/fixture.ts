import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Validation } from '../../../src/course/branches/validate.ts';
import { type Branch, listBranches } from '../../../src/course/git/branches.ts';
import { gitIn } from '../../../src/course/git/git.ts';
import { loadCourse } from '../../../src/course/load-course.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { exercisesFolder, runnerFor } from '../../hosts.ts';
import { temporaryFolder } from '../workspace/fixture.ts';

export interface Classroom {
  readonly folder: string;
  /** Everything for a validation but the branches. */
  readonly parts: Omit<Validation, 'branches'>;
  /** The branches with these labels, in this order. */
  branches(...labels: readonly string[]): Promise<Branch[]>;
}

/** The tutorial's own repository with the real course in it, for learners to add their branches to. */
export async function classroom(test: Pick<TestContext, 'after'>): Promise<Classroom> {
  const folder = join(await temporaryFolder(test), 'workspace');
  const made = await makeTutorial({ folder, exercisesFolder, git: 'git' });
  if (made.kind !== 'repository') throw new Error(made.kind === 'refused' ? made.sentence : 'There is no git.');
  const git = gitIn(folder, 'git');
  return {
    folder,
    parts: { git, course: await loadCourse(exercisesFolder), exercisesFolder, runner: runnerFor(test) },
    branches: async (...labels) => {
      const all = await listBranches(git);
      return labels.flatMap((label) => all.filter((branch) => branch.label === label));
    },
  };
}
