import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { codeOf } from './disk.ts';

/** Files by path below a workspace, with forward slashes, and their bytes; in the order of their paths. */
export type Tree = ReadonlyMap<string, Uint8Array>;

/** Lays trees over each other; where two have the same path, the later one is taken. */
export function overlay(...trees: readonly Tree[]): Tree {
  const files = trees.flatMap((tree) => [...tree]);
  return new Map([...new Map(files)].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Every wanted file below a folder, as it is. Empty when there is no such folder. Links are left out. */
export async function readFolder(folder: string, isWanted: (path: string) => boolean = () => true): Promise<Tree> {
  const paths = (await filesBelow(folder)).map((file) => relative(folder, file).split(sep).join('/')).filter(isWanted);
  const files = paths.map(async (path) => [path, await readFile(join(folder, path))] as const);
  return overlay(new Map(await Promise.all(files)));
}

/** The same files as text. */
export function textsOf(tree: Tree): Map<string, string> {
  return new Map([...tree].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

export function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !leftByTheSystem.has(entry.name));
    return files.map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

const leftByTheSystem = new Set(['.DS_Store', 'Thumbs.db']);
