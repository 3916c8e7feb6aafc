import { readObjects } from '../../git/object-reader.ts';
import type { Repository } from '../../git/repository.ts';
import { type BlobEntry, bytesAt, createFile, inspectPath, objectId, removeEmptyFolder, removeFile } from '../disk.ts';
import type { FileChange } from './file-changes.ts';
import { RollbackFailed } from './rollback-failed.ts';

/** A file is not what it was when it was kept; somebody is writing at this moment. */
export class ChangedMeanwhile extends Error {
  constructor(path: string) {
    super(`${path} was changed by something else at the same moment`);
    this.name = 'ChangedMeanwhile';
  }
}

/** Changes laid out, and the way back. */
export interface AppliedChanges {
  revert(): Promise<void>;
}

/**
 * Carries out changes to the working tree. Nothing goes that is not in the object database: every
 * file is compared with what was kept of it right before it is replaced. When one step fails, those
 * before it are taken back.
 */
export async function applyFileChanges(
  { git, folder }: Repository,
  changes: readonly FileChange[],
): Promise<AppliedChanges> {
  const objects = changes.flatMap(({ before, after }) => [before, after].flatMap((entry) => entry?.object ?? []));
  const contents = await readObjects(git, objects);
  const done: FileChange[] = [];
  const revert = async () => {
    for (const { path, before, after } of done.splice(0).reverse()) {
      await replace(folder, { path, before: after, after: before }, contents);
    }
  };
  // Removals first: a folder may have to become a file, or a name to change its case.
  for (const change of [...changes].sort((one, other) => rank(one) - rank(other))) {
    try {
      await replace(folder, change, contents);
      done.push(change);
    } catch (failure) {
      if (!(failure instanceof ChangedMeanwhile)) done.push(change);
      await revert().catch((second: unknown) => {
        throw new RollbackFailed(failure, second);
      });
      throw failure;
    }
  }
  return { revert };
}

function rank({ after }: FileChange): number {
  return after === undefined ? 0 : 1;
}

async function replace(
  folder: string,
  { path, before, after }: FileChange,
  contents: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const found = await inspectPath(folder, path);
  if (found.kind === 'folder' && after !== undefined) await removeEmptyFolder(folder, path);
  if (found.kind === 'file' || found.kind === 'link') {
    const bytes = await bytesAt(folder, path, found.mode);
    if (after !== undefined && isEntry(after, found.mode, bytes)) return;
    if (before === undefined || !isEntry(before, found.mode, bytes)) throw new ChangedMeanwhile(path);
    await removeFile(folder, path);
  } else if (found.kind !== 'nothing' && found.kind !== 'folder') {
    throw new ChangedMeanwhile(path);
  }
  if (after !== undefined) await createFile(folder, path, after.mode, contents.get(after.object) ?? missing(path));
}

/** On Windows the mode on disk says nothing about being executable. */
function isEntry({ mode, object }: BlobEntry, found: string, bytes: Buffer): boolean {
  const alike = process.platform === 'win32' ? mode.startsWith(found.slice(0, 3)) : mode === found;
  return alike && objectId(bytes, object) === object;
}

function missing(path: string): never {
  throw new Error(`the content of ${path} was not read`);
}
