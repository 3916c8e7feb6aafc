import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobEntry, bytesAt } from '../workspace/disk.ts';
import { courseIdentity } from './course-commits.ts';
import type { Git } from './git.ts';
import type { Repository } from './repository.ts';

/** Keeps files as they are, byte for byte: no line ending is changed and no filter is run. */
export async function writeBlobs(
  { git, folder }: Repository,
  files: ReadonlyMap<string, string>,
): Promise<Map<string, BlobEntry>> {
  const plain = [...files].filter(([, mode]) => mode !== '120000').map(([path]) => path);
  const objects = plain.length === 0 ? [] : await hashFiles(git, plain);
  const kept = new Map(plain.map((path, at) => [path, { mode: files.get(path) ?? '', object: objects[at] ?? '' }]));
  for (const [path, mode] of files) {
    if (mode === '120000') kept.set(path, { mode, object: await writeBlob(git, await bytesAt(folder, path, mode)) });
  }
  return kept;
}

/** Ids in the order of the paths, which may be absolute. */
export async function hashFiles(git: Git, paths: readonly string[]): Promise<string[]> {
  const input = `${paths.map(quotedForGit).join('\n')}\n`;
  const objects = (await git.text(['hash-object', '-w', '--no-filters', '--stdin-paths'], { input })).split('\n');
  if (objects.length !== paths.length) throw new Error('git did not keep every file.');
  return objects;
}

export async function writeBlob(git: Git, input: string | Uint8Array): Promise<string> {
  return git.text(['hash-object', '-w', '--no-filters', '--stdin'], { input });
}

/** Writes a tree with these files through an index of its own. */
export async function writeTreeObject(
  repository: Repository,
  entries: ReadonlyMap<string, BlobEntry>,
): Promise<string> {
  return withIndex(repository, async (environment) => {
    const input = [...entries].map(([path, { mode, object }]) => `${mode} ${object} 0\t${path}\0`).join('');
    await repository.git.run(['update-index', '-z', '--index-info'], { input, environment });
    return repository.git.text(['write-tree'], { environment });
  });
}

/** Lets git work on another index than the learner's; it is gone afterwards. */
export async function withIndex<T>(
  { gitFolder }: Pick<Repository, 'gitFolder'>,
  work: (environment: Record<string, string>, file: string) => Promise<T>,
): Promise<T> {
  const file = join(gitFolder, `ground-up-index-${randomUUID()}`);
  try {
    return await work({ GIT_INDEX_FILE: file }, file);
  } finally {
    await rm(file, { force: true });
    await rm(`${file}.lock`, { force: true });
  }
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Ours for what we keep, the learner's for their work. */
  readonly identity: Identity;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Makes a commit; no branch points at it yet. */
export async function writeCommit(git: Git, { tree, parents, message, identity }: NewCommit): Promise<string> {
  const { name, email } = identity;
  return git.text(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
    input: `${message}\n`,
    environment: {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    },
  });
}

/** Who the learner is by their own settings. Nobody has to tell git their name before they may learn. */
export async function learnerIdentity(git: Git): Promise<Identity> {
  const [name, email] = await Promise.all([
    git.ask(['config', '--get', 'user.name']),
    git.ask(['config', '--get', 'user.email']),
  ]);
  return name && email ? { name, email } : { name: 'Learner', email: 'learner@localhost' };
}

export const ownIdentity: Identity = courseIdentity;

function quotedForGit(path: string): string {
  if (!/^"|[\n\r\\]/.test(path)) return path;
  const escaped = path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped}"`;
}
