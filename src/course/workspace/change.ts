import { messageOf } from '../../base/errors.ts';
import { keepBackup, setAside } from './backup.ts';
import { branchOf } from './branch-context.ts';
import { carryOut } from './carry-out.ts';
import type { Entry } from './disk.ts';
import { HalfDone } from './half-done.ts';
import { type IndexLock, withIndexLock } from './index-lock.ts';
import { listTree } from './objects.ts';
import { changesTo, inTheWay } from './plan.ts';
import type { RefMove } from './ref-moves.ts';
import type { Repository } from './repository.ts';
import { Stop } from './stop.ts';
import { type Head, type IndexEntry, isWithin, type Survey, survey } from './survey.ts';
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts';
import { commitWork } from './work-commit.ts';
import { keepFiles } from './write-objects.ts';

/** What is there before a change: the tree's state, and the learner's work as a commit where that is possible. */
export interface Before {
  readonly survey: Survey;
  /** What is kept of each file that is there. */
  readonly files: ReadonlyMap<string, Entry>;
  /** On no branch yet; undefined when there was nothing to commit or no place for it. */
  readonly work: string | undefined;
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

export interface ChangeRequest {
  /** One word for the backup's name, and a sentence. */
  readonly operation: string;
  readonly occasion: string;
  /** Whether to commit the work to its branch; it is backed up either way. */
  readonly commits: (before: Omit<Before, 'work'>) => Promise<boolean>;
  /** Decides where to go; throws a Stop when it should not happen. */
  readonly lead: (before: Before) => Promise<Destination>;
}

export type Changed =
  | { readonly kind: 'done'; readonly backup: string; readonly committedTo: string | undefined }
  /** Nothing was changed, or everything was put back. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** It could not be put back either; everything is in the backup. */
  | { readonly kind: 'stopped'; readonly sentence: string; readonly backup: string };

/**
 * Changes somebody's working tree in the one safe order: keep everything that is there, read it back,
 * then change. At no time are there bytes that are neither in place nor under a named ref.
 */
export async function change(repository: Repository, request: ChangeRequest): Promise<Changed> {
  try {
    return await withIndexLock(repository.gitFolder, (lock) => locked(repository, request, lock));
  } catch (error) {
    if (error instanceof Stop) return { kind: 'refused', sentence: error.message };
    return { kind: 'refused', sentence: `Nothing was changed, because ${messageOf(error)}` };
  }
}

async function locked(repository: Repository, request: ChangeRequest, lock: IndexLock): Promise<Changed> {
  const before = await survey(repository);
  const files = await keepFiles(repository, before.files);
  const work = (await request.commits({ survey: before, files }))
    ? await commitWork(repository, before, files)
    : undefined;
  const destination = await request.lead({ survey: before, files, work });

  const wanted = await filesOf(repository, destination.files);
  const obstacles = await inTheWay(repository.folder, wanted);
  const ignored = new Map([...obstacles].filter(([path]) => !files.has(path)));
  const there = new Map([...files, ...(await keepFiles(repository, ignored))]);
  const { operation, occasion } = request;
  const moves = withWork(destination.moves, before.head, work);
  const backup = await keepBackup(repository, { survey: before, files: there, moves, operation, occasion });

  // What was committed belongs to that branch and goes with it; other untracked files stay.
  const leaving = [...(work === undefined ? before.tracked : files.keys()), ...obstacles.keys()].concat(
    destination.leaving ?? [],
  );
  const changes = changesTo(wanted, there, new Set(leaving.filter(isOutside(wanted, destination))));
  try {
    await carryOut(repository, { from: before.head, destination, moves, changes, occasion, lock });
    await changeUnfinished(repository, before.unfinished, destination.unfinished);
  } catch (failure) {
    return failed(repository, failure, backup);
  }
  const committedTo = work !== undefined && before.head.kind === 'branch' ? branchOf(before.head.ref) : undefined;
  return { kind: 'done', backup, committedTo };
}

/** The branch goes to the work that was committed, unless the destination moves it on from there. */
function withWork(moves: readonly RefMove[], head: Head, work: string | undefined): readonly RefMove[] {
  if (work === undefined || head.kind !== 'branch' || moves.some(({ ref }) => ref === head.ref)) return moves;
  return [...moves, { ref: head.ref, before: head.commit, after: work }];
}

async function filesOf({ git }: Repository, object: string): Promise<Map<string, Entry>> {
  const entries = await listTree(git, object);
  return new Map(entries.map(({ path, mode, object: id }) => [path, { mode, object: id }]));
}

/** What is below a repository within this one is that one's, even where its folder looks like any other. */
function isOutside(wanted: ReadonlyMap<string, Entry>, { index = [] }: Destination): (path: string) => boolean {
  const entries = [...wanted].map(([path, { mode }]) => ({ path, mode }));
  const within = [...entries, ...index].filter(({ mode }) => isWithin(mode));
  return (path) => !within.some((repository) => path.startsWith(`${repository.path}/`));
}

async function changeUnfinished(
  { gitFolder }: Repository,
  before: readonly string[],
  after: ReadonlyMap<string, Buffer> = new Map(),
): Promise<void> {
  try {
    await forgetUnfinished(gitFolder, before);
    await rememberUnfinished(gitFolder, after);
  } catch (failure) {
    throw new HalfDone(failure);
  }
}

async function failed({ git }: Repository, failure: unknown, backup: string): Promise<Changed> {
  if (!(failure instanceof HalfDone)) {
    // “Undo” is about what was done, so this backup is not the one it should find.
    await setAside(git, backup);
    return { kind: 'refused', sentence: `Everything is as it was, because ${messageOf(failure)}` };
  }
  const sentence = `It could not be finished, because ${messageOf(failure)}. All that was there is kept as ${backup}; “Undo” brings it back.`;
  return { kind: 'stopped', sentence, backup };
}
