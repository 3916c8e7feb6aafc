import { GitError } from './git.ts';
import type { ObjectReader } from './object-reader.ts';
import { namesIn } from './tree-entries.ts';

/** A regular file of a commit. */
export interface TreeFile {
  readonly path: string;
  readonly id: string;
}

/** One line of a tree, as git keeps it. */
interface TreeLine {
  readonly kind: 'file' | 'tree' | 'other';
  readonly name: string;
  readonly id: string;
}

/** A folder still to be looked into, and which listing its files belong to. */
interface Folder {
  readonly listing: TreeFile[];
  readonly path: string;
  readonly id: string;
}

/**
 * The regular files of every one of these commits; links and repositories within are left out. All folders of one depth are
 * asked for together, and one that many commits share, as branches of one course do, is read once.
 */
export async function listTrees(reader: ObjectReader, commits: readonly string[]): Promise<TreeFile[][]> {
  const known = new Map<string, readonly TreeLine[]>();
  const roots = await reader.read(commits.map((commit) => `${commit}^{tree}`));
  let folders: Folder[] = roots.map(({ id }) => ({ listing: [], path: '', id }));
  const listings = folders.map(({ listing }) => listing);
  for (const { id, content } of roots) known.set(id, entriesOf(content, id));
  while (folders.length > 0) {
    await readUnknown(reader, known, folders);
    folders = folders.flatMap((folder) => unfold(folder, known.get(folder.id) ?? []));
  }
  return listings;
}

/** Reads the folders that no commit had before. */
async function readUnknown(
  reader: ObjectReader,
  known: Map<string, readonly TreeLine[]>,
  folders: readonly Folder[],
): Promise<void> {
  const unknown = [...new Set(folders.map(({ id }) => id))].filter((id) => !known.has(id));
  for (const { id, content } of await reader.read(unknown)) known.set(id, entriesOf(content, id));
}

/** Keeps the files of a folder, and gives back the folders in it. */
function unfold({ listing, path }: Folder, entries: readonly TreeLine[]): Folder[] {
  for (const { kind, name, id } of entries) if (kind === 'file') listing.push({ path: path + name, id });
  return entries
    .filter(({ kind }) => kind === 'tree')
    .map(({ name, id }) => ({ listing, path: `${path}${name}/`, id }));
}

/** A tree is a row of `MODE NAME`, a NUL and the bytes of an id, which is as long as the tree's own. */
function entriesOf(tree: Buffer, { length }: string): TreeLine[] {
  const entries: TreeLine[] = [];
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(' ', at);
    const end = tree.indexOf(0, space);
    const idEnd = end + 1 + length / 2;
    if (space < at || end < space || idEnd > tree.length)
      throw new GitError('failed', 'there is a folder that is none.');
    const kind = kindOf(tree.toString('latin1', at, space));
    entries.push({ kind, name: namesIn(tree.subarray(space + 1, end)), id: tree.toString('hex', end + 1, idEnd) });
    at = idEnd;
  }
  return entries;
}

function kindOf(mode: string): TreeLine['kind'] {
  if (mode === '40000') return 'tree';
  return mode.startsWith('100') ? 'file' : 'other';
}
