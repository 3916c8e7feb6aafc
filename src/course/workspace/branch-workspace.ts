import { headOf } from '../git/worktree-state.ts';
import { type BranchContext, branchOf, refOf } from './branch-context.ts';
import { listBackups } from './change/backup.ts';
import { bringToBranch } from './change/bring-to-branch.ts';
import { changeWorktree } from './change/change.ts';
import type { ChangeRequest } from './change/change-request.ts';
import { type ChangeResult, changedFilesText, type GivenFile, type TutorialWorkspace } from './change/change-result.ts';
import { refuseOnError } from './change/refuse-on-error.ts';
import { resetExercise } from './change/reset-exercise.ts';
import { startExercise } from './change/start-exercise.ts';
import { undoChange } from './change/undo-change.ts';
import { exerciseWithId } from './exercises.ts';

/** The tutorial as a git repository: a branch for each exercise. */
export function branchWorkspace(context: BranchContext): TutorialWorkspace {
  const { repository, exercises } = context;
  const change = (request: ChangeRequest, done: string, differing: readonly GivenFile[] = []) =>
    changeAndTell(context, request, done, differing);
  return {
    kind: 'branches',
    startExercise: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const head = await headOf(repository);
        if (head.kind === 'branch' && head.ref === refOf(branch) && head.commit !== undefined) {
          return { kind: 'unchanged', open: repository.folder, sentence: `You are on ${branch} already.` };
        }
        return change(startExercise(context, branch), `You are on ${branch} now.`);
      }),
    resetExercise: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        return change(resetExercise(context, branch), 'The exercise is as it was in the beginning.');
      }),
    bringMySolutionAlong: (id) =>
      refuseOnError(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const differing: GivenFile[] = [];
        const request = bringToBranch(context, id, differing);
        return change(request, `You are on ${branch} now, with your own solution.`, differing);
      }),
    undo: (name) =>
      refuseOnError(async () => {
        const backups = await listBackups(repository.git);
        const at = name === undefined ? 0 : backups.findIndex(({ ref }) => ref === name);
        const backup = backups[at];
        if (backup === undefined) {
          const sentence = name === undefined ? 'There is nothing to undo.' : `There is no backup ${name}.`;
          return { kind: 'refused', sentence };
        }
        return change(
          await undoChange(context, backup, backups[at + 1]),
          `All is as it was before ${backup.occasion}.`,
        );
      }),
    backups: async () => {
      const backups = await listBackups(repository.git);
      return backups.map(({ ref, date, occasion }) => ({ name: ref, date, occasion }));
    },
  };
}

async function changeAndTell(
  { repository }: BranchContext,
  request: ChangeRequest,
  done: string,
  differing: readonly GivenFile[],
): Promise<ChangeResult> {
  const changed = await changeWorktree(repository, request);
  if (changed.kind !== 'done') return changed;
  const { backup, committedTo } = changed;
  const head = await headOf(repository);
  const sentences = [
    done,
    committedTo === undefined ? '' : `What you had written is committed on ${committedTo}.`,
    changedFilesText(differing),
  ];
  return {
    kind: 'done',
    open: repository.folder,
    branch: head.kind === 'branch' ? branchOf(head.ref) : undefined,
    backup,
    committedTo,
    differing,
    sentence: sentences.filter((sentence) => sentence !== '').join(' '),
  };
}
