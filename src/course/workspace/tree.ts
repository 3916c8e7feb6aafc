import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Files by path below a workspace, with forward slashes, and their bytes; in the order of their paths. */
export type Tree = ReadonlyMap<string, Uint8Array>;

/** Lays trees over each other; where two have the same path, the later one is taken. */
export function overlay(...trees: readonly Tree[]): Tree {
  const files = trees.flatMap((tree) => [...tree]);
  return new Map([...new Map(files)].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Every file below a folder, as it is. Empty when there is no such folder. */
export async function readFolder(folder: string): Promise<Tree> {
  const files = await Promise.all(
    (await filesBelow(folder)).map(async (file) => [file, await readFile(file)] as const),
  );
  return overlay(new Map(files.map(([file, bytes]) => [relative(folder, file).split(sep).join('/'), bytes])));
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

const leftByTheSystem = new Set(['.DS_Store', 'Thumbs.db']);
