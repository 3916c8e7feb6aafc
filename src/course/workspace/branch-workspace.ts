import { messageOf } from '../../base/errors.ts';
import { listBackups } from './backup.ts';
import { type BranchContext, branchOf, refOf } from './branch-context.ts';
import { bringToBranch } from './bring-to-branch.ts';
import { type ChangeRequest, change } from './change.ts';
import { exerciseWithId } from './exercises.ts';
import { changedFiles, type GivenFile, type Moved, type TutorialWorkspace } from './moved.ts';
import { resetExercise } from './reset-exercise.ts';
import { startExercise } from './start-exercise.ts';
import { headOf } from './survey.ts';
import { undoChange } from './undo-change.ts';

/** The tutorial as a git repository: a branch for each exercise. */
export function branchWorkspace(context: BranchContext): TutorialWorkspace {
  const { repository, exercises } = context;
  const carryOut = async (request: ChangeRequest, done: string, differing: readonly GivenFile[] = []) =>
    carriedOut(context, request, done, differing);
  return {
    kind: 'branches',
    startExercise: (id) =>
      refusing(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const head = await headOf(repository);
        if (head.kind === 'branch' && head.ref === refOf(branch) && head.commit !== undefined) {
          return { kind: 'unchanged', open: repository.folder, sentence: `You are on ${branch} already.` };
        }
        return carryOut(startExercise(context, branch), `You are on ${branch} now.`);
      }),
    resetExercise: (id) =>
      refusing(async () => {
        const { branch } = exerciseWithId(exercises, id);
        return carryOut(resetExercise(context, branch), 'The exercise is as it was in the beginning.');
      }),
    bringMySolutionAlong: (id) =>
      refusing(async () => {
        const { branch } = exerciseWithId(exercises, id);
        const differing: GivenFile[] = [];
        const request = bringToBranch(context, id, differing);
        return carryOut(request, `You are on ${branch} now, with your own solution.`, differing);
      }),
    undo: (name) =>
      refusing(async () => {
        const backups = await listBackups(repository.git);
        const at = name === undefined ? 0 : backups.findIndex(({ ref }) => ref === name);
        const backup = backups[at];
        if (backup === undefined) {
          const sentence = name === undefined ? 'There is nothing to undo.' : `There is no backup ${name}.`;
          return { kind: 'refused', sentence };
        }
        return carryOut(
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

async function carriedOut(
  { repository }: BranchContext,
  request: ChangeRequest,
  done: string,
  differing: readonly GivenFile[],
): Promise<Moved> {
  const changed = await change(repository, request);
  if (changed.kind !== 'done') return changed;
  const { backup, committedTo } = changed;
  const head = await headOf(repository);
  const sentences = [
    done,
    committedTo === undefined ? '' : `What you had written is committed on ${committedTo}.`,
    changedFiles(differing),
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

/** Whatever goes wrong before anything was changed is told in a sentence. */
async function refusing(work: () => Promise<Moved>): Promise<Moved> {
  try {
    return await work();
  } catch (error) {
    return { kind: 'refused', sentence: messageOf(error) };
  }
}
