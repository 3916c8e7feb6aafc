import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A file, a link or something else at a path; the paths are bytes, so that every name can be told. */
export interface FileState {
  readonly kind: 'file' | 'executable' | 'link' | 'other';
  readonly bytes: Buffer;
}

/** All that is in a folder but its own `.git`. */
export function filesIn(folder: string): Map<string, FileState> {
  const things = new Map<string, FileState>();
  gather(Buffer.from(folder), '', things);
  return things;
}

function gather(top: Buffer, below: string, things: Map<string, FileState>): void {
  const place = (path: string) => Buffer.concat([top, Buffer.from(`/${path}`, 'latin1')]);
  for (const name of readdirSync(place(below), { encoding: 'latin1' })) {
    const path = below === '' ? name : `${below}/${name}`;
    if (path === '.git') continue;
    const found = lstatSync(place(path));
    if (found.isDirectory()) gather(top, path, things);
    else if (found.isSymbolicLink()) things.set(path, { kind: 'link', bytes: readlinkSync(place(path), 'buffer') });
    else if (!found.isFile()) things.set(path, { kind: 'other', bytes: Buffer.alloc(0) });
    else {
      const kind = (found.mode & 0o100) === 0 ? 'file' : 'executable';
      things.set(path, { kind, bytes: readFileSync(place(path)) });
    }
  }
}

/** The id git gives to bytes, worked out without git. */
export function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** What git has about a working tree, as text to compare. */
export interface GitState {
  readonly head: string;
  readonly index: string;
  readonly branches: ReadonlyMap<string, string>;
  readonly unfinished: ReadonlyMap<string, string>;
}

export function gitState(folder: string): GitState {
  const branches = answer(folder, 'for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/stash');
  return {
    head: readFileSync(`${folder}/.git/HEAD`, 'utf8'),
    index: answer(folder, 'ls-files', '--stage', '-z'),
    branches: new Map(branches.split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ')].map(pair)))),
    unfinished: new Map(
      readdirSync(`${folder}/.git`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`)
        .filter((file) => /\.git\/([A-Z]+_HEAD|MERGE_\w+|rebase-\w+\/.*|sequencer\/.*)$/.test(file))
        .filter((file) => !/ORIG_HEAD|FETCH_HEAD$/.test(file))
        .map((file) => [file, readFileSync(file, 'latin1')]),
    ),
  };
}

function pair([name = '', value = '']: string[]): [string, string] {
  return [name, value];
}

/** The ids of every object that a named ref leads to. */
export function reachable(folder: string): Set<string> {
  return new Set(answer(folder, 'rev-list', '--objects', '--no-object-names', '--all').split('\n'));
}

/** What git says; nothing where it refuses. */
export function answer(folder: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trimEnd();
  } catch {
    return '';
  }
}
