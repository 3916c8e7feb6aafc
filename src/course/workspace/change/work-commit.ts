import { GitError } from '../../git/git.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree, type TreeEntry } from '../../git/tree-entries.ts';
import { isWithin, type WorktreeState } from '../../git/worktree-state.ts';
import { learnerIdentity, withIndex, writeCommit } from '../../git/write-objects.ts';
import type { BlobEntry } from '../disk.ts';

/**
 * Commits all that is there, tracked and untracked, as `git add` and `git commit` would; the branch
 * is not moved yet. Undefined when there is nothing to commit, or when this is no place for it:
 * HEAD is detached or without commits, a merge is under way, or the branch is one of the course's.
 */
export async function commitWork(
  repository: Repository,
  { head, files, unfinished }: WorktreeState,
  kept: ReadonlyMap<string, BlobEntry>,
): Promise<string | undefined> {
  if (head.kind !== 'branch' || head.commit === undefined || unfinished.length > 0) return undefined;
  if (!isLearners(head.ref)) return undefined;
  const committed = (await listTree(repository.git, head.commit)).filter(({ mode }) => !isWithin(mode));
  if (isSame(committed, kept)) return undefined;
  try {
    const gone = committed.filter(({ path }) => !files.has(path));
    const tree = await treeAsGitAdds(repository, head.commit, files, gone);
    if (tree === (await repository.git.text(['rev-parse', `${head.commit}^{tree}`]))) return undefined;
    const message = `Work on ${head.ref.slice('refs/heads/'.length)}, kept by Ground Up`;
    const identity = await learnerIdentity(repository.git);
    return await writeCommit(repository.git, { tree, parents: [head.commit], message, identity });
  } catch (error) {
    // A filter that fails, say; the backup, which uses none, is enough.
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** `main` and the solutions are the course's; work found there is backed up and not mixed into them. */
export function isLearners(ref: string): boolean {
  return ref !== 'refs/heads/main' && !ref.startsWith('refs/heads/solutions/');
}

function isSame(committed: readonly TreeEntry[], kept: ReadonlyMap<string, BlobEntry>): boolean {
  const isKept = ({ path, mode, object }: TreeEntry) => {
    const entry = kept.get(path);
    return entry?.mode === mode && entry.object === object;
  };
  return committed.length === kept.size && committed.every(isKept);
}

async function treeAsGitAdds(
  repository: Repository,
  commit: string,
  files: ReadonlyMap<string, string>,
  gone: readonly TreeEntry[],
): Promise<string> {
  const { git } = repository;
  return withIndex(repository, async (environment) => {
    await git.run(['read-tree', commit], { environment });
    const removals = gone.map(({ path, object }) => `0 ${'0'.repeat(object.length)}\t${path}\0`).join('');
    await git.run(['update-index', '-z', '--index-info'], { input: removals, environment });
    const additions = [...files.keys()].map((path) => `${path}\0`).join('');
    await git.run(['update-index', '-z', '--add', '--replace', '--stdin'], { input: additions, environment });
    return git.text(['write-tree'], { environment });
  });
}
