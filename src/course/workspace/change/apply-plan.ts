import type { IndexLock } from '../../git/index-lock.ts';
import { moveRefs, moveRefsBack, type RefMove } from '../../git/ref-moves.ts';
import type { Repository } from '../../git/repository.ts';
import type { Head } from '../../git/worktree-state.ts';
import { withIndex } from '../../git/write-objects.ts';
import { applyFileChanges } from './apply-file-changes.ts';
import type { Destination } from './change-request.ts';
import type { FileChange } from './file-changes.ts';
import { RollbackFailed } from './rollback-failed.ts';

export interface ChangePlan {
  readonly from: Head;
  readonly destination: Destination;
  readonly moves: readonly RefMove[];
  readonly changes: readonly FileChange[];
  readonly occasion: string;
  readonly lock: IndexLock;
}

/**
 * Moves the branches, then the files, then HEAD and the index. When one fails, those before it are
 * put back; rejects with a RollbackFailed when even that fails.
 */
export async function applyPlan(repository: Repository, plan: ChangePlan): Promise<void> {
  const { from, destination, moves, changes, occasion, lock } = plan;
  const back: (() => Promise<void>)[] = [];
  try {
    await moveRefs(repository.git, moves, occasion);
    back.push(() => moveRefsBack(repository.git, moves));
    const applied = await applyFileChanges(repository, changes);
    back.push(applied.revert);
    await withIndex(repository, async (environment, file) => {
      await fillIndex(repository, destination, environment);
      await moveHead(repository, destination.head, occasion);
      back.push(() => moveHead(repository, from, 'ground-up: put back'));
      await lock.replaceWith(file);
    });
  } catch (failure) {
    await putBack(back, failure);
    throw failure;
  }
}

async function putBack(steps: readonly (() => Promise<void>)[], failure: unknown): Promise<void> {
  try {
    for (const step of [...steps].reverse()) await step();
  } catch (second) {
    throw new RollbackFailed(failure, second);
  }
}

async function fillIndex(
  { git }: Repository,
  { files, index }: Destination,
  environment: Record<string, string>,
): Promise<void> {
  if (index === undefined) await git.run(['read-tree', files], { environment });
  else {
    const input = index.map(({ mode, object, stage, path }) => `${mode} ${object} ${stage}\t${path}\0`).join('');
    await git.run(['read-tree', '--empty'], { environment });
    await git.run(['update-index', '-z', '--index-info'], { input, environment });
  }
  // Says “needs update” with its exit code where a file differs, which is no trouble here.
  await git.ask(['update-index', '-q', '--refresh'], { environment });
}

async function moveHead({ git }: Repository, head: Head, reason: string): Promise<void> {
  if (head.kind === 'branch') await git.run(['symbolic-ref', '-m', reason, 'HEAD', head.ref]);
  else await git.run(['update-ref', '--no-deref', '-m', reason, 'HEAD', head.commit]);
}
