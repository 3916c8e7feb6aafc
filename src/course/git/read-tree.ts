import type { Language } from '../../learner/language.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import type { Git } from './git.ts';
import { listTrees, type TreeFile } from './list-trees.ts';
import { ObjectReader } from './object-reader.ts';

/** A file of code larger than this is none; bytes. */
const largestSource = 1_000_000;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Which files are wanted: `isSourceOf` a language for the learner's sources. */
  readonly wanted: (path: string) => boolean;
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
  { signal, wanted }: ReadOptions,
): Promise<Map<string, SourceFiles>> {
  signal?.throwIfAborted();
  const unique = [...new Set(commits)];
  const reader = new ObjectReader(git, signal);
  try {
    const listings = await listTrees(reader, unique);
    const sources = listings.map((files) => files.filter(({ path }) => wanted(path)));
    const contents = await readTexts(reader, new Set(sources.flat().map(({ id }) => id)));
    return new Map(unique.map((commit, at) => [commit, textsOf(sources[at] ?? [], contents)]));
  } finally {
    reader.dispose();
  }
}

function textsOf(files: readonly TreeFile[], contents: ReadonlyMap<string, string>): SourceFiles {
  return new Map(
    files.flatMap(({ path, id }) => {
      const text = contents.get(id);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
}

/** The files that are not too large, by id. */
async function readTexts(reader: ObjectReader, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const wanted = [...ids];
  const objects = await reader.readSmall(wanted, largestSource);
  return new Map(
    wanted.flatMap((id, at) => {
      const text = objects[at]?.content.toString('utf8');
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}

/** The same of one commit. */
export async function readCommit(git: Git, commit: string, options: ReadOptions): Promise<SourceFiles> {
  return (await readCommits(git, [commit], options)).get(commit) ?? new Map();
}

/** The same files that are read from a working tree. */
export function isSourceOf({ sources }: Language): (path: string) => boolean {
  return (path) => path.startsWith(`${sources.folder}/`) && sources.isSource(path);
}
