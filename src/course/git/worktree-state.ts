import { inspectPath, type PathState } from '../workspace/disk.ts';
import type { Repository } from './repository.ts';
import { nulSeparated } from './tree-entries.ts';
import { unfinishedFiles } from './unfinished.ts';

/** Where HEAD stands. `commit` is undefined on a branch without commits. */
export type Head =
  | { readonly kind: 'branch'; readonly ref: string; readonly commit: string | undefined }
  | { readonly kind: 'detached'; readonly commit: string };

export interface IndexEntry {
  readonly path: string;
  readonly mode: string;
  readonly object: string;
  /** 0, or 1 to 3 for the sides of a conflict. */
  readonly stage: number;
}

/** The state of somebody's working tree. Taking it writes nothing. */
export interface WorktreeState {
  readonly head: Head;
  readonly index: readonly IndexEntry[];
  /** Tracked and untracked files that are there, with their modes; not what git ignores. */
  readonly files: ReadonlyMap<string, string>;
  readonly tracked: ReadonlySet<string>;
  /** What git keeps about a merge, a rebase and the like that is under way, below its own folder. */
  readonly unfinished: readonly string[];
}

export async function readWorktreeState(repository: Repository): Promise<WorktreeState> {
  const { git, gitFolder } = repository;
  const [head, staged, others, unfinished] = await Promise.all([
    headOf(repository),
    git.run(['ls-files', '--stage', '-z']),
    git.run(['ls-files', '--others', '--exclude-standard', '-z']),
    unfinishedFiles(gitFolder),
  ]);
  const index = nulSeparated(staged).map(indexEntry);
  const tracked = new Set(index.flatMap(({ mode, path }) => (isWithin(mode) ? [] : [path])));
  // A repository within this one is listed with a slash at its end; it looks after itself.
  const untracked = nulSeparated(others).filter((path) => !path.endsWith('/'));
  const modes = new Map(index.map(({ path, mode }) => [path, mode]));
  const files = await filesAt(repository.folder, [...tracked, ...untracked], modes);
  return { head, index, files, tracked, unfinished };
}

export async function headOf({ git }: Repository): Promise<Head> {
  const ref = await git.ask(['symbolic-ref', '--quiet', 'HEAD']);
  const commit = await git.ask(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
  if (ref !== undefined) return { kind: 'branch', ref, commit };
  if (commit === undefined) throw new Error('HEAD points at nothing that git knows.');
  return { kind: 'detached', commit };
}

/** Whether an entry is the commit of a repository within this one, and no file. */
export function isWithin(mode: string): boolean {
  return mode === '160000';
}

async function filesAt(
  folder: string,
  paths: readonly string[],
  modes: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of paths) {
    const found = await inspectPath(folder, path);
    if (found.kind === 'file' || found.kind === 'link') files.set(path, modeOf(found, modes.get(path)));
  }
  return files;
}

/** Windows has no executable files as git means it; there the index remembers which ones are. */
function modeOf({ mode }: Extract<PathState, { mode: string }>, known: string | undefined): string {
  return process.platform === 'win32' && mode === '100644' && known === '100755' ? known : mode;
}

function indexEntry(line: string): IndexEntry {
  const [, mode = '', object = '', stage = '', path = ''] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
  return { path, mode, object, stage: Number(stage) };
}
