import type { RefMove } from '../../git/ref-moves.ts';
import type { Repository } from '../../git/repository.ts';
import { type BranchContext, courseCommit, refOf, refuseIfCheckedOutElsewhere, tipOf } from '../branch-context.ts';
import { solutionBranch } from '../course-history.ts';
import { importCourse } from '../course-refs.ts';
import type { ChangeRequest } from './change-request.ts';

/**
 * Goes to an exercise's branch. Where there is none yet it is made from the one a remote has, or
 * else from the course.
 */
export function startExercise({ repository, exercises }: BranchContext, branch: string): ChangeRequest {
  const ref = refOf(branch);
  return {
    operation: 'start',
    occasion: `starting ${branch}`,
    shouldCommit: async () => true,
    async findDestination() {
      await refuseIfCheckedOutElsewhere(repository, ref);
      const tip = await tipOf(repository, ref);
      if (tip !== undefined) return { files: tip, head: { kind: 'branch', ref, commit: tip }, moves: [] };
      const course = await importCourse(repository, exercises);
      const commit = (await tipAtRemote(repository, branch)) ?? courseCommit(course, branch);
      const moves: RefMove[] = [{ ref, before: undefined, after: commit }];
      const solution = solutionBranch(branch);
      const solutionTip = course.get(solution);
      if (solutionTip !== undefined && (await tipOf(repository, refOf(solution))) === undefined) {
        moves.push({ ref: refOf(solution), before: undefined, after: solutionTip });
      }
      return { files: commit, head: { kind: 'branch', ref, commit }, moves };
    },
  };
}

/** Undefined also when several remotes have it, for then nobody can say which one is meant. */
export async function tipAtRemote({ git }: Repository, branch: string): Promise<string | undefined> {
  const listing = await git.text(['for-each-ref', '--format=%(objectname)', `refs/remotes/*/${branch}`]);
  const tips = new Set(listing.split('\n').filter((line) => line !== ''));
  return tips.size === 1 ? [...tips][0] : undefined;
}
