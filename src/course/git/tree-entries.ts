import { type Git, GitError } from './git.ts';

/** A file in a tree of the object database. */
export interface TreeEntry {
  readonly path: string;
  /** As git writes it: `100644`, `100755`, `120000` for a link, `160000` for a repository within. */
  readonly mode: string;
  readonly object: string;
  /** Bytes; 0 for a repository within. */
  readonly size: number;
}

/** Every file of a commit or a tree, named by its object id. */
export async function listTree(git: Git, object: string): Promise<TreeEntry[]> {
  const listing = await git.run(['ls-tree', '-r', '-l', '-z', '--full-tree', object]);
  return nulSeparated(listing).map((line) => {
    const [, mode = '', id = '', size = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+) +(-|\d+)\t(.*)$/s.exec(line) ?? [];
    return { path, mode, object: id, size: Number(size) || 0 };
  });
}

/** What git separates by NUL. */
export function nulSeparated(output: Buffer): string[] {
  return namesIn(output)
    .split('\0')
    .filter((part) => part !== '');
}

/** A name, or several. One that is no Unicode text cannot be told apart from others, so it is refused. */
export function namesIn(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes)) return text;
  throw new GitError('failed', 'there is a file whose name is no Unicode text; rename it first.');
}
