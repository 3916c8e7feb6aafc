import { messageOf } from '../../../base/errors.ts';
import { type IndexLock, withIndexLock } from '../../git/index-lock.ts';
import type { RefMove } from '../../git/ref-moves.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-entries.ts';
import { forgetUnfinished, rememberUnfinished } from '../../git/unfinished.ts';
import { type Head, isWithin, readWorktreeState } from '../../git/worktree-state.ts';
import { writeBlobs } from '../../git/write-objects.ts';
import { UserError } from '../../user-error.ts';
import { branchOf } from '../branch-context.ts';
import type { BlobEntry } from '../disk.ts';
import { applyPlan } from './apply-plan.ts';
import { createBackup, setAside } from './backup.ts';
import type { ChangeRequest, Destination } from './change-request.ts';
import { changesTo, inTheWay } from './file-changes.ts';
import { RollbackFailed } from './rollback-failed.ts';
import { commitWork } from './work-commit.ts';

export type WorktreeChangeResult =
  | { readonly kind: 'done'; readonly backup: string; readonly committedTo: string | undefined }
  /** Nothing was changed, or everything was put back. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** It could not be put back either; everything is in the backup. */
  | { readonly kind: 'stopped'; readonly sentence: string; readonly backup: string };

/**
 * Changes somebody's working tree in the one safe order: keep everything that is there, read it back,
 * then change. At no time are there bytes that are neither in place nor under a named ref.
 */
export async function changeWorktree(repository: Repository, request: ChangeRequest): Promise<WorktreeChangeResult> {
  try {
    return await withIndexLock(repository.gitFolder, (lock) => locked(repository, request, lock));
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', sentence: error.message };
    return { kind: 'refused', sentence: `Nothing was changed, because ${messageOf(error)}` };
  }
}

async function locked(repository: Repository, request: ChangeRequest, lock: IndexLock): Promise<WorktreeChangeResult> {
  const worktree = await readWorktreeState(repository);
  const files = await writeBlobs(repository, worktree.files);
  const workCommit = (await request.shouldCommit({ worktree, files }))
    ? await commitWork(repository, worktree, files)
    : undefined;
  const destination = await request.findDestination({ worktree, files, workCommit });

  const wanted = await filesOf(repository, destination.files);
  const obstacles = await inTheWay(repository.folder, wanted);
  const ignored = new Map([...obstacles].filter(([path]) => !files.has(path)));
  const there = new Map([...files, ...(await writeBlobs(repository, ignored))]);
  const { operation, occasion } = request;
  const moves = withWork(destination.moves, worktree.head, workCommit);
  const backup = await createBackup(repository, { worktree, files: there, moves, operation, occasion });

  // What was committed belongs to that branch and goes with it; other untracked files stay.
  const leaving = [...(workCommit === undefined ? worktree.tracked : files.keys()), ...obstacles.keys()].concat(
    destination.leaving ?? [],
  );
  const changes = changesTo(wanted, there, new Set(leaving.filter(isOutside(wanted, destination))));
  try {
    await applyPlan(repository, { from: worktree.head, destination, moves, changes, occasion, lock });
    await changeUnfinished(repository, worktree.unfinished, destination.unfinished);
  } catch (failure) {
    return failed(repository, failure, backup);
  }
  const committedTo =
    workCommit !== undefined && worktree.head.kind === 'branch' ? branchOf(worktree.head.ref) : undefined;
  return { kind: 'done', backup, committedTo };
}

/** The branch goes to the work that was committed, unless the destination moves it on from there. */
function withWork(moves: readonly RefMove[], head: Head, work: string | undefined): readonly RefMove[] {
  if (work === undefined || head.kind !== 'branch' || moves.some(({ ref }) => ref === head.ref)) return moves;
  return [...moves, { ref: head.ref, before: head.commit, after: work }];
}

async function filesOf({ git }: Repository, object: string): Promise<Map<string, BlobEntry>> {
  const entries = await listTree(git, object);
  return new Map(entries.map(({ path, mode, object: id }) => [path, { mode, object: id }]));
}

/** What is below a repository within this one is that one's, even where its folder looks like any other. */
function isOutside(wanted: ReadonlyMap<string, BlobEntry>, { index = [] }: Destination): (path: string) => boolean {
  const entries = [...wanted].map(([path, { mode }]) => ({ path, mode }));
  const within = [...entries, ...index].filter(({ mode }) => isWithin(mode));
  return (path) => !within.some((repository) => path.startsWith(`${repository.path}/`));
}

async function changeUnfinished(
  { gitFolder }: Repository,
  before: readonly string[],
  after: ReadonlyMap<string, Buffer> = new Map(),
): Promise<void> {
  try {
    await forgetUnfinished(gitFolder, before);
    await rememberUnfinished(gitFolder, after);
  } catch (failure) {
    throw new RollbackFailed(failure);
  }
}

async function failed({ git }: Repository, failure: unknown, backup: string): Promise<WorktreeChangeResult> {
  if (!(failure instanceof RollbackFailed)) {
    // “Undo” is about what was done, so this backup is not the one it should find.
    await setAside(git, backup);
    return { kind: 'refused', sentence: `Everything is as it was, because ${messageOf(failure)}` };
  }
  const sentence = `It could not be finished, because ${messageOf(failure)}. All that was there is kept as ${backup}; “Undo” brings it back.`;
  return { kind: 'stopped', sentence, backup };
}
