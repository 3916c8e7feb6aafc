import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Language } from '../../learner/language.ts';
import { type Tree, textsOf } from './tree.ts';

/**
 * The learner's source files in the folder their language has for them (or in others), by path relative to the workspace
 * with forward slashes. A folder that is not there has none.
 */
export async function readSourceFiles(
  workspace: string,
  { sources }: Language,
  folders: readonly string[] = [sources.folder],
): Promise<Map<string, string>> {
  const names = (await Promise.all(folders.map((folder) => filesBelow(join(workspace, folder))))).flat();
  const wanted = names.filter((name) => sources.isSource(name));
  const texts = await Promise.all(wanted.map((name) => readFile(name, 'utf8')));
  return new Map(wanted.map((name, index) => [relative(workspace, name).split(sep).join('/'), texts[index] ?? '']));
}

/** What of a tree is the learner's source, as text. */
export function sourcesOf(tree: Tree, { sources }: Pick<Language, 'sources'>): Map<string, string> {
  return new Map([...textsOf(tree)].filter(([path]) => path.startsWith(`${sources.folder}/`)));
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
