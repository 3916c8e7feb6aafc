import { join } from 'node:path';
import type { Git } from '../../git/git.ts';
import { readObjects } from '../../git/object-reader.ts';
import { moveRefs, type RefMove } from '../../git/ref-moves.ts';
import { parseRefSnapshot, type RefSnapshot } from '../../git/ref-snapshot.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-entries.ts';
import type { IndexEntry, WorktreeState } from '../../git/worktree-state.ts';
import { hashFiles, ownIdentity, writeBlob, writeCommit, writeTreeObject } from '../../git/write-objects.ts';
import type { BlobEntry } from '../disk.ts';

/**
 * Everything a working tree was, under a name of its own: `refs/ground-up/backup/0007-reset`.
 *
 * The commit's tree is the working tree, byte for byte, so that anybody with git can take a file out
 * of it. Its parents are HEAD and one more commit that holds git's own state: the index with its conflicts,
 * what git remembers of a merge under way, and where HEAD and the branches were.
 */
export interface Backup {
  readonly ref: string;
  readonly commit: string;
  /** The commit with what is not in the files. */
  readonly state: string;
  readonly date: Date;
  /** What was about to happen, as a person would say it. */
  readonly occasion: string;
}

export interface BackupRequest {
  readonly worktree: WorktreeState;
  /** What is in the object database of each file. */
  readonly files: ReadonlyMap<string, BlobEntry>;
  readonly moves: readonly RefMove[];
  /** One word for the name, and a sentence. */
  readonly operation: string;
  readonly occasion: string;
}

const namespace = 'refs/ground-up/backup/';
const asideNamespace = 'refs/ground-up/set-aside/';

/** The name it has in every backup that was made so far, as has `Ground-Up-Rest` in the message. */
const snapshotFile = 'whereabouts.json';

/** Writes all of it down; returns the ref. When this rejects, nothing may be changed. */
export async function createBackup(repository: Repository, request: BackupRequest): Promise<string> {
  const { git } = repository;
  const { worktree, files, moves, operation, occasion } = request;
  const state = await writeBackupState(repository, worktree, { head: worktree.head, moves });
  const tree = await writeTreeObject(repository, files);
  const passed = moves.flatMap(({ before }) => before ?? []);
  const parents = [...new Set([worktree.head.commit, ...passed].flatMap((commit) => commit ?? [])), state];
  const message = `Before: ${occasion}\n\nGround-Up-Rest: ${state}`;
  const commit = await writeCommit(git, { tree, parents, message, identity: ownIdentity });
  const [newest] = await listBackups(git);
  const number = newest === undefined ? 1 : Number(/\d+/.exec(newest.ref.slice(namespace.length))?.[0] ?? 0) + 1;
  const ref = `${namespace}${String(number).padStart(4, '0')}-${operation}`;
  await moveRefs(git, [{ ref, before: undefined, after: commit }], occasion);
  return ref;
}

/** Gives the backup of a change that did not happen another name, and keeps it all the same. */
export async function setAside(git: Git, ref: string): Promise<void> {
  const commit = await git.text(['rev-parse', ref]);
  const aside = `${asideNamespace}${commit}`;
  await git.run(['update-ref', '--stdin'], { input: `update ${aside} ${commit}\ndelete ${ref} ${commit}\n` });
}

/** The newest first. */
export async function listBackups(git: Git): Promise<Backup[]> {
  const format = ['refname', 'objectname', 'committerdate:unix', 'contents:subject', 'contents:body'];
  const listing = await git.text([
    'for-each-ref',
    '--sort=-version:refname',
    `--format=${format.map((field) => `%(${field})`).join('%00')}%00%01`,
    namespace,
  ]);
  return listing.split('\u0001').flatMap((part) => {
    const [ref = '', commit = '', seconds, subject = '', body = ''] = part.trimStart().split('\0');
    const state = /^Ground-Up-Rest: ([0-9a-f]+)$/m.exec(body)?.[1];
    const occasion = subject.replace(/^Before: /, '');
    return state === undefined ? [] : [{ ref, commit, state, date: new Date(Number(seconds) * 1000), occasion }];
  });
}

/** What a backup holds beside the files. */
export interface BackupState extends RefSnapshot {
  readonly index: readonly IndexEntry[];
  readonly unfinished: ReadonlyMap<string, Buffer>;
}

export async function readBackupState(git: Git, { state }: Backup): Promise<BackupState> {
  const entries = await listTree(git, state);
  const small = entries.filter(({ path }) => path === snapshotFile || path.startsWith('git/'));
  const contents = await readObjects(
    git,
    small.map(({ object }) => object),
  );
  const unfinished = new Map<string, Buffer>();
  let snapshot: RefSnapshot | undefined;
  for (const { path, object } of small) {
    const bytes = contents.get(object) ?? Buffer.alloc(0);
    if (path === snapshotFile) snapshot = parseRefSnapshot(bytes.toString('utf8'));
    else unfinished.set(path.slice('git/'.length), bytes);
  }
  if (snapshot === undefined) throw new Error('the backup does not say where HEAD was.');
  const index = entries.flatMap(({ path, mode, object }) => {
    const [, stage, name] = /^index\/([0-3])\/(.*)$/s.exec(path) ?? [];
    return stage === undefined || name === undefined ? [] : [{ path: name, mode, object, stage: Number(stage) }];
  });
  return { ...snapshot, index, unfinished };
}

async function writeBackupState(
  repository: Repository,
  worktree: WorktreeState,
  snapshot: RefSnapshot,
): Promise<string> {
  const { git, gitFolder } = repository;
  const { index, unfinished } = worktree;
  const places = unfinished.map((name) => join(gitFolder, name));
  const objects = places.length === 0 ? [] : await hashFiles(git, places);
  const entries = new Map<string, BlobEntry>([
    ...index.map(({ path, mode, object, stage }): [string, BlobEntry] => [`index/${stage}/${path}`, { mode, object }]),
    ...unfinished.map((name, at): [string, BlobEntry] => [
      `git/${name}`,
      { mode: '100644', object: objects[at] ?? '' },
    ]),
    [snapshotFile, { mode: '100644', object: await writeBlob(git, JSON.stringify(snapshot, null, 2)) }],
  ]);
  const tree = await writeTreeObject(repository, entries);
  const parents = await commitsNamedIn(git, objects);
  return writeCommit(git, { tree, parents, message: 'What a backup holds beside the files', identity: ownIdentity });
}

/** The commits a merge or rebase under way needs; as parents of the backup they are kept as well. */
async function commitsNamedIn(git: Git, objects: readonly string[]): Promise<string[]> {
  const contents = await readObjects(git, objects);
  const texts = [...contents.values()].map((bytes) => bytes.toString('latin1'));
  const named = new Set(texts.flatMap((text) => text.match(/\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b/g) ?? []));
  if (named.size === 0) return [];
  const answers = await git.text(['cat-file', '--batch-check'], { input: `${[...named].join('\n')}\n` });
  return answers.split('\n').flatMap((line) => /^([0-9a-f]+) commit /.exec(line)?.[1] ?? []);
}
