import { isWithin } from '../../git/worktree-state.ts';
import { UserError } from '../../user-error.ts';
import { type BlobEntry, inspectPath, pathsBelow } from '../disk.ts';

/** What happens to one path; undefined where there is nothing before or after. */
export interface FileChange {
  readonly path: string;
  readonly before: BlobEntry | undefined;
  readonly after: BlobEntry | undefined;
}

/**
 * What is there and would have to go for the wanted files to be written: the paths with their modes,
 * ignored files included. Stops where that cannot be kept, as a repository within this one.
 */
export async function inTheWay(folder: string, wanted: ReadonlyMap<string, BlobEntry>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [path, { mode }] of wanted) {
    if (isWithin(mode)) continue;
    const found = await inspectPath(folder, path);
    if (found.kind === 'blocked') await note(folder, found.path, files);
    else if (found.kind === 'folder')
      for (const below of await pathsBelow(folder, path)) await note(folder, below, files);
    else if (found.kind !== 'nothing') await note(folder, path, files);
  }
  return files;
}

async function note(folder: string, path: string, files: Map<string, string>): Promise<void> {
  const found = await inspectPath(folder, path);
  const isRepository = path.split('/').includes('.git');
  if (isRepository || (found.kind !== 'file' && found.kind !== 'link')) {
    const what = isRepository ? 'part of another repository' : 'no file';
    throw new UserError(`${path} is in the way, and it cannot be kept because it is ${what}. Move it elsewhere first.`);
  }
  files.set(path, found.mode);
}

/**
 * The changes that lead from what is there to what is wanted. Of what is there and not wanted, only
 * `removable` goes, and what is in the way; the rest stays.
 */
export function changesTo(
  wanted: ReadonlyMap<string, BlobEntry>,
  there: ReadonlyMap<string, BlobEntry>,
  removable: ReadonlySet<string>,
): FileChange[] {
  const removals = [...there]
    .filter(([path]) => removable.has(path) && !wanted.has(path))
    .map(([path, before]) => ({ path, before, after: undefined }));
  const removedNames = new Set(removals.map(({ path }) => path.toLowerCase()));
  const writes = [...wanted].flatMap(([path, after]) => {
    const before = there.get(path);
    if (isWithin(after.mode)) return [];
    const isSame = before?.object === after.object && before.mode === after.mode;
    // Where names differ only by case, removing the old one may take the new one with it.
    return isSame && !removedNames.has(path.toLowerCase()) ? [] : [{ path, before, after }];
  });
  return [...removals, ...writes];
}
