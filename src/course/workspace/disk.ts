import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rmdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file or a link in a working tree or in a tree of git's: what it is and what it holds. */
export interface BlobEntry {
  /** `100644`, `100755`, or `120000` for a link. */
  readonly mode: string;
  /** The id git has for the bytes. */
  readonly object: string;
}

/** What stands at a path of a working tree. No link on the way there is followed. */
export type PathState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file' | 'link'; readonly mode: string }
  | { readonly kind: 'folder' }
  /** A pipe, a socket, a device. */
  | { readonly kind: 'special' }
  /** A part of the path is no folder; `path` is that part. */
  | { readonly kind: 'blocked'; readonly path: string };

export async function inspectPath(folder: string, path: string): Promise<PathState> {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length++) {
    const above = parts.slice(0, length).join('/');
    const found = await at(join(folder, above));
    if (found.kind === 'nothing') return found;
    if (found.kind !== 'folder') return { kind: 'blocked', path: above };
  }
  return at(join(folder, path));
}

async function at(place: string): Promise<Exclude<PathState, { kind: 'blocked' }>> {
  const found = await lstat(place).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (found === undefined) return { kind: 'nothing' };
  if (found.isSymbolicLink()) return { kind: 'link', mode: '120000' };
  if (found.isFile()) return { kind: 'file', mode: (found.mode & 0o100) === 0 ? '100644' : '100755' };
  return { kind: found.isDirectory() ? 'folder' : 'special' };
}

/** Everything below a folder that is no folder itself, by path from the top of the working tree. */
export async function pathsBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(folder, below) : [below];
  });
  return (await Promise.all(paths)).flat();
}

/** The bytes git keeps for what stands at a path: a file's own, or the target a link names. */
export async function bytesAt(folder: string, path: string, mode: string): Promise<Buffer> {
  const place = join(folder, path);
  return mode === '120000' ? readlink(place, { encoding: 'buffer' }) : readFile(place);
}

/** The id git gives to bytes; `like` is an id of the same repository, whose length tells the hash. */
export function objectId(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Takes away one file or link, and the folders above that are empty without it. */
export async function removeFile(folder: string, path: string): Promise<void> {
  await unlink(join(folder, path));
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    try {
      await rmdir(join(folder, above));
    } catch {
      return; // It still holds something.
    }
  }
}

/** Writes a file or a link where nothing is; what has come there meanwhile is not overwritten. */
export async function createFile(folder: string, path: string, mode: string, bytes: Buffer): Promise<void> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  if (mode === '120000') return symlink(bytes, place);
  try {
    await writeFile(place, bytes, { flag: 'wx', mode: mode === '100755' ? 0o777 : 0o666 });
  } catch (error) {
    // On a full disk half a file is there, and it is ours.
    if (codeOf(error) !== 'EEXIST') await unlink(place).catch(() => undefined);
    throw error;
  }
}

/** Takes away folders in which there is no file, however deep; fails when there is one. */
export async function removeEmptyFolder(folder: string, path: string): Promise<void> {
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    if (entry.isDirectory()) await removeEmptyFolder(folder, `${path}/${entry.name}`);
  }
  await rmdir(join(folder, path));
}

export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

/** The code the system gave an error: `ENOENT`, `EEXIST`, … */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
