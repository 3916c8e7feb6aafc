import type { RefMove } from '../../git/ref-moves.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-entries.ts';
import { isWithin } from '../../git/worktree-state.ts';
import { type BranchContext, refuseIfCheckedOutElsewhere, tipOf } from '../branch-context.ts';
import type { BlobEntry } from '../disk.ts';
import { type Backup, type BackupState, readBackupState } from './backup.ts';
import type { ChangeRequest } from './change-request.ts';

/**
 * Brings back what a backup holds: files, index, HEAD, a merge under way, and the branches the
 * operation had moved, as far as nobody has moved them since. What is there now is kept first, as
 * with every change, so that undoing can be undone. `earlier` is the backup made before that one.
 */
export async function undoChange(
  { repository }: Pick<BranchContext, 'repository'>,
  backup: Backup,
  earlier: Backup | undefined,
): Promise<ChangeRequest> {
  const state = await readBackupState(repository.git, backup);
  const rewinds = await movesBack(repository, state);
  return {
    operation: 'undo',
    occasion: opposite(backup.occasion),
    // On a branch that goes back to where it was, a commit would only be left behind.
    shouldCommit: async ({ worktree: { head }, files }) =>
      head.kind === 'branch' &&
      !rewinds.some(({ ref }) => ref === head.ref) &&
      (await isWrittenSince(repository, files, head.commit, backup, state)),
    async findDestination({ files }) {
      const { head, index, unfinished } = state;
      if (head.kind === 'branch') await refuseIfCheckedOutElsewhere(repository, head.ref);
      const moves = [...rewinds, ...(await restored(repository, state))];
      const leaving = earlier === undefined ? [] : await cameBackFrom(repository, earlier, files);
      return { files: backup.commit, head, moves, index, unfinished, leaving };
    },
  };
}

/**
 * Untracked files that an earlier undoing brought back and nobody has changed since. Doing again what
 * it had undone takes them away again; they are in the earlier backup.
 */
async function cameBackFrom(
  { git }: Repository,
  earlier: Backup,
  files: ReadonlyMap<string, BlobEntry>,
): Promise<string[]> {
  const kept = await listTree(git, earlier.commit);
  return kept.flatMap(({ path, object }) => (files.get(path)?.object === object ? [path] : []));
}

/** Undoing what was undone is doing it again. */
function opposite(occasion: string): string {
  return occasion.startsWith('undoing ')
    ? occasion.replace('undoing', 'redoing')
    : `undoing ${occasion.replace(/^redoing /, '')}`;
}

/** Whether there is anything that is neither of the branch nor was there when the backup was made. */
async function isWrittenSince(
  { git }: Repository,
  files: ReadonlyMap<string, BlobEntry>,
  commit: string | undefined,
  backup: Backup,
  { index }: BackupState,
): Promise<boolean> {
  const known = commit === undefined ? [] : await listTree(git, commit);
  const kept = await listTree(git, backup.commit);
  const objects = new Set([...known, ...kept].map(({ path, object }) => `${object} ${path}`));
  const isDeleted = known.some(({ path, mode }) => !isWithin(mode) && !files.has(path));
  const within = index.filter(({ mode }) => isWithin(mode));
  const isNew = ([path, { object }]: [string, BlobEntry]) =>
    !objects.has(`${object} ${path}`) && !within.some((repository) => path.startsWith(`${repository.path}/`));
  return isDeleted || [...files].some(isNew);
}

async function movesBack(repository: Repository, { moves }: BackupState): Promise<RefMove[]> {
  const back: RefMove[] = [];
  for (const { ref, before, after } of moves) {
    if (before !== undefined && (await tipOf(repository, ref)) === after)
      back.push({ ref, before: after, after: before });
  }
  return back;
}

/** The branch HEAD was on, if somebody has deleted it since. */
async function restored(repository: Repository, { head }: BackupState): Promise<RefMove[]> {
  if (head.kind !== 'branch' || head.commit === undefined) return [];
  const isThere = (await tipOf(repository, head.ref)) !== undefined;
  return isThere ? [] : [{ ref: head.ref, before: undefined, after: head.commit }];
}
