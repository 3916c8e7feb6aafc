import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkedOutBranch, gitFolder } from '../../course/current-exercise.ts';
import { type ExerciseName, exerciseNamed } from '../../course/workspace/exercise-of.ts';

/** What is checked out, and whether what passes there is the learner's own work. */
export type CheckedOut =
  | { readonly kind: 'own' }
  /** `main`, a solution, or a branch that belongs to no exercise. */
  | { readonly kind: 'elsewhere'; readonly branch: string }
  | { readonly kind: 'detached' };

/** A tutorial that is kept in folders, without git, holds nothing but the learner's own work. */
export async function checkedOutIn(workspace: string, exercise: ExerciseName): Promise<CheckedOut> {
  const branch = await checkedOutBranch(workspace);
  const isRepository = existsSync(join(await gitFolder(workspace), 'HEAD'));
  return checkedOut(branch, isRepository, exercise);
}

export function checkedOut(branch: string | undefined, isRepository: boolean, exercise: ExerciseName): CheckedOut {
  if (branch === undefined) return isRepository ? { kind: 'detached' } : { kind: 'own' };
  const isForTheExercise = exerciseNamed([exercise], branch) !== undefined;
  return isForTheExercise && !branch.startsWith('solutions/') ? { kind: 'own' } : { kind: 'elsewhere', branch };
}

export function sameCheckedOut(one: CheckedOut, other: CheckedOut): boolean {
  return one.kind === 'elsewhere' && other.kind === 'elsewhere' ? one.branch === other.branch : one.kind === other.kind;
}

/** What a learner is told who is elsewhere; undefined where there is nothing to tell. */
export function elsewhereText(checkedOut: CheckedOut): string | undefined {
  switch (checkedOut.kind) {
    case 'own':
      return undefined;
    case 'elsewhere':
      return `You are on the branch ${checkedOut.branch}, which is not your exercise. What passes here is not counted.`;
    case 'detached':
      return 'No branch is checked out here. What passes is not counted.';
  }
}
