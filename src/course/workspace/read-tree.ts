import type { SourceFiles } from '../../learner/learner-code.ts';
import type { Git } from './git.ts';
import { listTree, readObjects, type TreeEntry } from './objects.ts';

/** A file of code larger than this is none; bytes. */
const largestSource = 1_000_000;

/** How many processes of git may be at work at a time. */
const together = 8;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Which files are wanted; the learner's sources below `src` unless told otherwise. */
  readonly wanted?: (path: string) => boolean;
}

/**
 * The learner's source files as they stand on other branches, by commit. They come out of the
 * object database: the working tree, the index and HEAD are neither read nor written.
 *
 * `commits` are object ids, as `listBranches` gives them.
 */
export async function readCommits(
  git: Git,
  commits: readonly string[],
  { signal, wanted = isSource }: ReadOptions = {},
): Promise<Map<string, SourceFiles>> {
  const unique = [...new Set(commits)];
  const sources: TreeEntry[][] = [];
  for (let at = 0; at < unique.length; at += together) {
    const some = unique.slice(at, at + together);
    const listings = await Promise.all(some.map((commit) => listTree(git, commit, { signal })));
    sources.push(...listings.map((entries) => entries.filter((entry) => isReadable(entry) && wanted(entry.path))));
  }
  const contents = await readObjects(
    git,
    sources.flat().map(({ object }) => object),
    { signal },
  );
  const textOf = ({ object }: TreeEntry) => contents.get(object)?.toString('utf8') ?? '';
  return new Map(
    unique.map((commit, at) => [commit, new Map((sources[at] ?? []).map((entry) => [entry.path, textOf(entry)]))]),
  );
}

/** The same of one commit. */
export async function readCommit(git: Git, commit: string, options?: ReadOptions): Promise<SourceFiles> {
  return (await readCommits(git, [commit], options)).get(commit) ?? new Map();
}

/** The same files that are read from a working tree: code and JSON below `src`. */
export function isSource(path: string): boolean {
  return path.startsWith('src/') && /\.[cm]?[jt]sx?$|\.json$/.test(path) && !path.endsWith('.d.ts');
}

function isReadable({ mode, size }: TreeEntry): boolean {
  return mode.startsWith('100') && size <= largestSource;
}
