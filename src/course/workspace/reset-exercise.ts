import { type BranchContext, branchOf, courseCommit, refOf, refuseElsewhere, tipOf, treeOf } from './branch-context.ts';
import type { Before, ChangeRequest } from './change.ts';
import { importCourse } from './course-refs.ts';
import { exerciseNamed } from './exercise-of.ts';
import { isLearners } from './work-commit.ts';
import { learnerIdentity, writeCommit } from './write-objects.ts';

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
    commits: async () => true,
    async lead(before) {
      const ref = resetRef(context, branch, before);
      await refuseElsewhere(repository, ref);
      const start = courseCommit(await importCourse(repository, exercises), branch);
      const current = await tipOf(repository, ref);
      const { head } = before.survey;
      const isHere = head.kind === 'branch' && head.ref === ref;
      const tip = isHere ? (before.work ?? current) : current;
      const after = tip === undefined ? start : await startOver(context, tip, start, branchOf(ref));
      const moves = after === current ? [] : [{ ref, before: current, after }];
      return { files: after, head: { kind: 'branch', ref, commit: after }, moves };
    },
  };
}

function resetRef({ exercises }: BranchContext, branch: string, { survey: { head } }: Before): string {
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
