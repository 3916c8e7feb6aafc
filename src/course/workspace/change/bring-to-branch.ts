import { GitError } from '../../git/git.ts';
import { mergeFile, type ThreeTexts } from '../../git/merge-file.ts';
import { readObjects } from '../../git/object-reader.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-entries.ts';
import { learnerIdentity, writeCommit, writeTreeObject } from '../../git/write-objects.ts';
import { UserError } from '../../user-error.ts';
import {
  type BranchContext,
  branchOf,
  courseCommit,
  refOf,
  refuseIfCheckedOutElsewhere,
  tipOf,
  treeOf,
} from '../branch-context.ts';
import { givenFiles } from '../compose.ts';
import { solutionBranch } from '../course-history.ts';
import { importCourse } from '../course-refs.ts';
import type { BlobEntry } from '../disk.ts';
import { exerciseNamed } from '../exercise-of.ts';
import { exerciseBefore, exerciseWithId } from '../exercises.ts';
import { bringAlong } from './bring-along.ts';
import type { ChangeRequest, StateBefore } from './change-request.ts';
import type { GivenFile } from './change-result.ts';
import { tipAtRemote } from './start-exercise.ts';
import { isLearners } from './work-commit.ts';

/**
 * Begins an exercise with the learner's own code of the one before it: a commit on the exercise's
 * branch that follows from both. `differing` fills with the given files that were not laid over.
 */
export function bringToBranch(context: BranchContext, id: string, differing: GivenFile[]): ChangeRequest {
  const { repository, exercises } = context;
  const { branch } = exerciseWithId(exercises, id);
  const earlier = exerciseBefore(exercises, id).branch;
  const ref = refOf(branch);
  return {
    operation: 'bring-along',
    occasion: `bringing the solution of ${earlier} along to ${branch}`,
    shouldCommit: async () => true,
    async findDestination(before) {
      await refuseIfCheckedOutElsewhere(repository, ref);
      const course = await importCourse(repository, exercises);
      const current = await tipOf(repository, ref);
      const start = courseCommit(course, branch);
      const tip = current ?? (await tipAtRemote(repository, branch)) ?? start;
      await refuseBegun(repository, before, ref, tip, start);
      const source = await ownSolution(context, before, earlier);

      const given = new Set((await givenFiles(exercises.folder, id)).keys());
      const startFiles = await entriesOf(repository, start);
      const mine = await entriesOf(repository, source);
      const earlierStart = await entriesOf(repository, courseCommit(course, earlier));
      const earlierSolution = await entriesOf(
        repository,
        course.get(solutionBranch(earlier)) ?? courseCommit(course, earlier),
      );
      const brought = bringAlong(
        mine,
        new Map([...startFiles].filter(([path]) => given.has(path))),
        [earlierStart, earlierSolution],
        (one, other) => one.object === other.object,
      );
      // What is handed out goes on from the solution of the exercise before, and the learner has that in words of their own.
      const bases = new Map([...earlierStart, ...earlierSolution]);
      for (const [path, file] of brought.differing)
        differing.push(await merged(repository, path, { own: mine.get(path), base: bases.get(path), given: file }));
      const tree = await writeTreeObject(repository, brought.files);
      const message = `Bring my own solution along from ${earlier}`;
      const identity = await learnerIdentity(repository.git);
      const after = await writeCommit(repository.git, { tree, parents: [tip, source], message, identity });
      return { files: after, head: { kind: 'branch', ref, commit: after }, moves: [{ ref, before: current, after }] };
    },
  };
}

async function refuseBegun(
  repository: Repository,
  { worktree: { head, unfinished }, workCommit }: StateBefore,
  ref: string,
  tip: string,
  start: string,
): Promise<void> {
  const isHere = head.kind === 'branch' && head.ref === ref;
  const isTouched = isHere && (workCommit !== undefined || unfinished.length > 0);
  if (!isTouched && (await treeOf(repository, tip)) === (await treeOf(repository, start))) return;
  throw new UserError(
    `You have begun ${branchOf(ref)} already, so nothing was laid over it. Reset it first to begin it with your own solution; what you wrote is kept.`,
  );
}

/** The learner's work on the exercise before: what is checked out, or what stands on its branch. */
async function ownSolution(
  context: BranchContext,
  { worktree, workCommit }: StateBefore,
  earlier: string,
): Promise<string> {
  const { repository, exercises } = context;
  const { head, unfinished } = worktree;
  const names = exercises.course.map(({ exercise }) => exercise);
  if (head.kind === 'branch' && head.commit !== undefined && isLearners(head.ref)) {
    if (exerciseNamed(names, branchOf(head.ref))?.branch === earlier) {
      if (unfinished.length > 0)
        throw new UserError(`A merge or the like is under way on ${branchOf(head.ref)}. Finish it first.`);
      return workCommit ?? head.commit;
    }
  }
  const tip = await tipOf(repository, refOf(earlier));
  if (tip === undefined) throw new UserError(`There is no branch ${earlier} to bring a solution along from.`);
  return tip;
}

async function entriesOf({ git }: Repository, commit: string): Promise<Map<string, BlobEntry>> {
  return new Map((await listTree(git, commit)).map(({ path, mode, object }) => [path, { mode, object }]));
}

async function merged(
  { git }: Repository,
  path: string,
  entries: Readonly<Record<keyof ThreeTexts, BlobEntry | undefined>>,
): Promise<GivenFile> {
  const objects = Object.values(entries).flatMap((entry) => entry?.object ?? []);
  const contents = await readObjects(git, objects);
  const textOf = (entry: BlobEntry | undefined) => contents.get(entry?.object ?? '')?.toString('utf8') ?? '';
  const texts = { own: textOf(entries.own), base: textOf(entries.base), given: textOf(entries.given) };
  const proposal = await mergeFile(git, texts).catch(nothingWhereGitCannot);
  return { path, own: texts.own, given: texts.given, ...(proposal !== undefined && { merged: proposal }) };
}

/** What the learner wrote goes along all the same. */
function nothingWhereGitCannot(error: unknown): undefined {
  if (!(error instanceof GitError)) throw error;
}
