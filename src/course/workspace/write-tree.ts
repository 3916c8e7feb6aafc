import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tree } from './tree.ts';

/** Writes files that are not there yet; one that is there is never touched, and fails the whole. */
export async function writeTree(folder: string, tree: Tree): Promise<void> {
  const folders = new Set([...tree.keys()].map((path) => dirname(join(folder, path))));
  for (const each of [folder, ...folders]) await mkdir(each, { recursive: true });
  await Promise.all([...tree].map(([path, bytes]) => writeFile(join(folder, path), bytes, { flag: 'wx' })));
}
