import { join } from 'node:path';
import type { Entry } from './disk.ts';
import type { Git } from './git.ts';
import { listTree, readObjects } from './objects.ts';
import { moveRefs, type RefMove } from './ref-moves.ts';
import type { Repository } from './repository.ts';
import type { IndexEntry, Survey } from './survey.ts';
import { type Whereabouts, whereaboutsIn } from './whereabouts.ts';
import { hashFiles, keepBytes, ownIdentity, writeCommit, writeTreeObject } from './write-objects.ts';

/**
 * Everything a working tree was, under a name of its own: `refs/ground-up/backup/0007-reset`.
 *
 * The commit's tree is the working tree, byte for byte, so that anybody with git can take a file out
 * of it. Its parents are HEAD and one more commit that holds the rest: the index with its conflicts,
 * what git remembers of a merge under way, and where HEAD and the branches were.
 */
export interface Backup {
  readonly ref: string;
  readonly commit: string;
  /** The commit with the rest. */
  readonly rest: string;
  readonly date: Date;
  /** What was about to happen, as a person would say it. */
  readonly occasion: string;
}

export interface BackupRequest {
  readonly survey: Survey;
  /** What is kept of each file. */
  readonly files: ReadonlyMap<string, Entry>;
  readonly moves: readonly RefMove[];
  /** One word for the name, and a sentence. */
  readonly operation: string;
  readonly occasion: string;
}

const namespace = 'refs/ground-up/backup/';
const asideNamespace = 'refs/ground-up/set-aside/';

/** Keeps all of it; returns the name. When this rejects, nothing may be changed. */
export async function keepBackup(repository: Repository, request: BackupRequest): Promise<string> {
  const { git } = repository;
  const { survey, files, moves, operation, occasion } = request;
  const rest = await keepRest(repository, survey, { head: survey.head, moves });
  const tree = await writeTreeObject(repository, files);
  const passed = moves.flatMap(({ before }) => before ?? []);
  const parents = [...new Set([survey.head.commit, ...passed].flatMap((commit) => commit ?? [])), rest];
  const message = `Before: ${occasion}\n\nGround-Up-Rest: ${rest}`;
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
    const rest = /^Ground-Up-Rest: ([0-9a-f]+)$/m.exec(body)?.[1];
    const occasion = subject.replace(/^Before: /, '');
    return rest === undefined ? [] : [{ ref, commit, rest, date: new Date(Number(seconds) * 1000), occasion }];
  });
}

/** What a backup holds beside the files. */
export interface Rest extends Whereabouts {
  readonly index: readonly IndexEntry[];
  readonly unfinished: ReadonlyMap<string, Buffer>;
}

export async function readRest(git: Git, { rest }: Backup): Promise<Rest> {
  const entries = await listTree(git, rest);
  const small = entries.filter(({ path }) => path === 'whereabouts.json' || path.startsWith('git/'));
  const contents = await readObjects(
    git,
    small.map(({ object }) => object),
  );
  const unfinished = new Map<string, Buffer>();
  let whereabouts: Whereabouts | undefined;
  for (const { path, object } of small) {
    const bytes = contents.get(object) ?? Buffer.alloc(0);
    if (path === 'whereabouts.json') whereabouts = whereaboutsIn(bytes.toString('utf8'));
    else unfinished.set(path.slice('git/'.length), bytes);
  }
  if (whereabouts === undefined) throw new Error('the backup does not say where HEAD was.');
  const index = entries.flatMap(({ path, mode, object }) => {
    const [, stage, name] = /^index\/([0-3])\/(.*)$/s.exec(path) ?? [];
    return stage === undefined || name === undefined ? [] : [{ path: name, mode, object, stage: Number(stage) }];
  });
  return { ...whereabouts, index, unfinished };
}

async function keepRest(repository: Repository, survey: Survey, whereabouts: Whereabouts): Promise<string> {
  const { git, gitFolder } = repository;
  const { index, unfinished } = survey;
  const places = unfinished.map((name) => join(gitFolder, name));
  const objects = places.length === 0 ? [] : await hashFiles(git, places);
  const entries = new Map<string, Entry>([
    ...index.map(({ path, mode, object, stage }): [string, Entry] => [`index/${stage}/${path}`, { mode, object }]),
    ...unfinished.map((name, at): [string, Entry] => [`git/${name}`, { mode: '100644', object: objects[at] ?? '' }]),
    ['whereabouts.json', { mode: '100644', object: await keepBytes(git, JSON.stringify(whereabouts, null, 2)) }],
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
