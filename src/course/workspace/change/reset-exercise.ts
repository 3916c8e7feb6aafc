import { learnerIdentity, writeCommit } from '../../git/write-objects.ts';
import {
  type BranchContext,
  branchOf,
  courseCommit,
  refOf,
  refuseIfCheckedOutElsewhere,
  tipOf,
  treeOf,
} from '../branch-context.ts';
import { importCourse } from '../course-refs.ts';
import { exerciseNamed } from '../exercise-of.ts';
import type { ChangeRequest, StateBefore } from './change-request.ts';
import { isLearners } from './work-commit.ts';

/**
 * Puts an exercise's start on top of what is on its branch, as one more commit: the branch keeps
 * all that was ever on it. A branch of the learner's own that is named after the exercise is the
 * one that is reset while it is checked out.
 */
export function resetExercise(context: BranchContext, branch: string): ChangeRequest {
  const { repository, exercises } = context;
  return {
    operation: 'reset',
    occasion: `resetting ${branch}`,
    shouldCommit: async () => true,
    async findDestination(before) {
      const ref = resetRef(context, branch, before);
      await refuseIfCheckedOutElsewhere(repository, ref);
      const start = courseCommit(await importCourse(repository, exercises), branch);
      const current = await tipOf(repository, ref);
      const { head } = before.worktree;
      const isHere = head.kind === 'branch' && head.ref === ref;
      const tip = isHere ? (before.workCommit ?? current) : current;
      const after = tip === undefined ? start : await startOver(context, tip, start, branchOf(ref));
      const moves = after === current ? [] : [{ ref, before: current, after }];
      return { files: after, head: { kind: 'branch', ref, commit: after }, moves };
    },
  };
}

function resetRef({ exercises }: BranchContext, branch: string, { worktree: { head } }: StateBefore): string {
  if (head.kind !== 'branch' || head.commit === undefined || !isLearners(head.ref)) return refOf(branch);
  const names = exercises.course.map(({ exercise }) => exercise);
  return exerciseNamed(names, branchOf(head.ref))?.branch === branch ? head.ref : refOf(branch);
}

/** A commit with the start's files that follows from `tip`; `tip` itself when it has them already. */
async function startOver({ repository }: BranchContext, tip: string, start: string, name: string): Promise<string> {
  const tree = await treeOf(repository, start);
  if ((await treeOf(repository, tip)) === tree) return tip;
  const identity = await learnerIdentity(repository.git);
  return writeCommit(repository.git, { tree, parents: [tip], message: `Begin ${name} again`, identity });
}
