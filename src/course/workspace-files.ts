import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The learner's source files below `src` (or other folders), by path relative to the workspace with forward slashes.
 * A folder that is not there has none.
 */
export async function readSourceFiles(
  workspace: string,
  folders: readonly string[] = ['src'],
): Promise<Map<string, string>> {
  const names = (await Promise.all(folders.map((folder) => filesBelow(join(workspace, folder))))).flat();
  const sources = names.filter((name) => /\.[cm]?[jt]sx?$|\.json$/.test(name) && !name.endsWith('.d.ts'));
  const texts = await Promise.all(sources.map((name) => readFile(name, 'utf8')));
  return new Map(sources.map((name, index) => [relative(workspace, name).split(sep).join('/'), texts[index] ?? '']));
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
