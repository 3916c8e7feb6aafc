import type { RefMove } from '../../git/ref-moves.ts';
import type { Head, IndexEntry, WorktreeState } from '../../git/worktree-state.ts';
import type { BlobEntry } from '../disk.ts';

/** A change to somebody's working tree, before it is known what is in it. */
export interface ChangeRequest {
  /** One word for the backup's name, and a sentence. */
  readonly operation: string;
  readonly occasion: string;
  /** Whether to commit the work to its branch; it is backed up either way. */
  readonly shouldCommit: (before: Omit<StateBefore, 'workCommit'>) => Promise<boolean>;
  /** Decides where to go; throws a UserError when it should not happen. */
  readonly findDestination: (before: StateBefore) => Promise<Destination>;
}

/** What is there before a change: the tree's state, and the learner's work as a commit where that is possible. */
export interface StateBefore {
  readonly worktree: WorktreeState;
  /** What is in the object database of each file that is there. */
  readonly files: ReadonlyMap<string, BlobEntry>;
  /** On no branch yet; undefined when there was nothing to commit or no place for it. */
  readonly workCommit: string | undefined;
}

/** Where a change leads. */
export interface Destination {
  /** The commit or tree with the files. */
  readonly files: string;
  readonly head: Head;
  readonly moves: readonly RefMove[];
  /** The files' own index unless told otherwise. */
  readonly index?: readonly IndexEntry[];
  readonly unfinished?: ReadonlyMap<string, Buffer>;
  /** Untracked files that go although nothing else takes their place. */
  readonly leaving?: readonly string[];
}
