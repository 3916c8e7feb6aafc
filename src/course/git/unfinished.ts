import { mkdir, readdir, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing, pathsBelow } from '../workspace/disk.ts';

/** Where git remembers that a merge, a cherry-pick, a revert or a rebase is under way, below its folder. */
const files = [
  'MERGE_HEAD',
  'MERGE_MSG',
  'MERGE_MODE',
  'MERGE_AUTOSTASH',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'REBASE_HEAD',
  'SQUASH_MSG',
];
const folders = ['rebase-merge', 'rebase-apply', 'sequencer'];

/** A message alone is left over from earlier; only these say that something is under way. */
const telling = new Set(['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD']);

/** The files that remember it; none when nothing is under way. */
export async function unfinishedFiles(gitFolder: string): Promise<string[]> {
  const there = new Set(await readdir(gitFolder));
  const within = await Promise.all(
    folders.filter((name) => there.has(name)).map((name) => pathsBelow(gitFolder, name)),
  );
  const found = [...files.filter((name) => there.has(name)), ...within.flat()];
  return found.some((name) => telling.has(name) || name.includes('/')) ? found : [];
}

/** Lets git forget what is under way, once it is kept elsewhere. The files of the working tree stay. */
export async function forgetUnfinished(gitFolder: string, kept: readonly string[]): Promise<void> {
  for (const name of kept) await unlink(join(gitFolder, name));
  for (const name of kept.map((path) => dirname(path)).filter((above) => above !== '.')) {
    await rmdir(join(gitFolder, name)).catch(() => undefined);
  }
}

/** Lets git remember it again. Nothing must be under way. */
export async function rememberUnfinished(gitFolder: string, kept: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [name, bytes] of kept) {
    await mkdir(dirname(join(gitFolder, name)), { recursive: true });
    await writeFile(join(gitFolder, name), bytes);
  }
}

export async function isLocked(gitFolder: string, name: string): Promise<boolean> {
  return stat(join(gitFolder, `${name}.lock`)).then(
    () => true,
    (error: unknown) => !isMissing(error),
  );
}
