import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../user-error.ts';
import { codeOf } from '../workspace/disk.ts';
import { isLocked } from './unfinished.ts';

export interface IndexLock {
  /** Makes a finished index the learner's, in one step. */
  replaceWith(file: string): Promise<void>;
}

/**
 * Holds git's own lock on the index while something is changed, so that no other git, the editor's
 * included, changes the same things. Waits a little for one that is at work: most take an instant.
 */
export async function withIndexLock<T>(
  gitFolder: string,
  work: (lock: IndexLock) => Promise<T>,
  timeoutMs = 2_000,
): Promise<T> {
  const index = join(gitFolder, 'index');
  const lock = `${index}.lock`;
  await (await take(lock, Date.now() + timeoutMs)).close();
  try {
    if (await isLocked(gitFolder, 'HEAD')) throw new UserError(inUse(join(gitFolder, 'HEAD.lock')));
    return await work({
      async replaceWith(file) {
        await rename(file, lock);
        await rename(lock, index);
      },
    });
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string, until: number): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(lock, 'wx');
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (Date.now() >= until) throw new UserError(inUse(lock));
      await sleep(100);
    }
  }
}

function inUse(lock: string): string {
  return `Another git seems to be at work here, because ${lock} exists. Try again when it is done; if no git is running, one has crashed and left that file behind, and it may be deleted.`;
}
