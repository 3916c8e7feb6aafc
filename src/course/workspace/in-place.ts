import { lstat, mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './disk.ts';

/** Why nothing may be made at this path; undefined when there is nothing, or a folder with nothing in it. */
export async function obstacleAt(path: string): Promise<string | undefined> {
  try {
    const entries = await readdir(path);
    if (entries.length === 0) return undefined;
    return `${path} isn't empty, and what is in it is not touched. Choose a new or an empty folder.`;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return `${path} is a file. Choose a new or an empty folder.`;
    if (codeOf(error) !== 'ENOENT') throw error;
    return (await isThere(path)) ? `${path} is a link that leads nowhere. Choose a new or an empty folder.` : undefined;
  }
}

/**
 * Lets something be built in a folder beside `path` and moves it there when it is whole. When
 * building or moving fails, what was built goes and `path` is as it was.
 */
export async function buildInPlace(path: string, build: (folder: string) => Promise<void>): Promise<void> {
  // An empty folder may be reached through a link; the link stays and its folder is replaced.
  const place = (await isThere(path)) ? await realpath(path) : path;
  await mkdir(dirname(place), { recursive: true });
  const beside = await mkdtemp(join(await realpath(dirname(place)), `.${basename(place)}-`));
  // A temporary folder is its owner's alone; one made inside it has the rights every folder gets here.
  const whole = join(beside, basename(place));
  try {
    await mkdir(whole);
    await build(whole);
    await moveOver(whole, place);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Neither way overwrites anything: renaming and removing both refuse a folder that is not empty. */
async function moveOver(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Windows does not rename over a folder, not even over an empty one.
    if (!['EPERM', 'EACCES', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    await rmdir(to);
    await rename(from, to);
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
