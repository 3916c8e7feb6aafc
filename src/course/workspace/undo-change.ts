import { type Backup, type Rest, readRest } from './backup.ts';
import { type BranchContext, refuseElsewhere, tipOf } from './branch-context.ts';
import type { ChangeRequest } from './change.ts';
import type { Entry } from './disk.ts';
import { listTree } from './objects.ts';
import type { RefMove } from './ref-moves.ts';
import type { Repository } from './repository.ts';
import { isWithin } from './survey.ts';

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
  const rest = await readRest(repository.git, backup);
  const rewinds = await movesBack(repository, rest);
  return {
    operation: 'undo',
    occasion: opposite(backup.occasion),
    // On a branch that goes back to where it was, a commit would only be left behind.
    commits: async ({ survey: { head }, files }) =>
      head.kind === 'branch' &&
      !rewinds.some(({ ref }) => ref === head.ref) &&
      (await isWrittenSince(repository, files, head.commit, backup, rest)),
    async lead({ files }) {
      const { head, index, unfinished } = rest;
      if (head.kind === 'branch') await refuseElsewhere(repository, head.ref);
      const moves = [...rewinds, ...(await restored(repository, rest))];
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
  files: ReadonlyMap<string, Entry>,
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
  files: ReadonlyMap<string, Entry>,
  commit: string | undefined,
  backup: Backup,
  { index }: Rest,
): Promise<boolean> {
  const known = commit === undefined ? [] : await listTree(git, commit);
  const kept = await listTree(git, backup.commit);
  const objects = new Set([...known, ...kept].map(({ path, object }) => `${object} ${path}`));
  const isDeleted = known.some(({ path, mode }) => !isWithin(mode) && !files.has(path));
  const within = index.filter(({ mode }) => isWithin(mode));
  const isNew = ([path, { object }]: [string, Entry]) =>
    !objects.has(`${object} ${path}`) && !within.some((repository) => path.startsWith(`${repository.path}/`));
  return isDeleted || [...files].some(isNew);
}

async function movesBack(repository: Repository, { moves }: Rest): Promise<RefMove[]> {
  const back: RefMove[] = [];
  for (const { ref, before, after } of moves) {
    if (before !== undefined && (await tipOf(repository, ref)) === after)
      back.push({ ref, before: after, after: before });
  }
  return back;
}

/** The branch HEAD was on, if somebody has deleted it since. */
async function restored(repository: Repository, { head }: Rest): Promise<RefMove[]> {
  if (head.kind !== 'branch' || head.commit === undefined) return [];
  const isThere = (await tipOf(repository, head.ref)) !== undefined;
  return isThere ? [] : [{ ref: head.ref, before: undefined, after: head.commit }];
}
