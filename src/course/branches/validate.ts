import { availableParallelism } from 'node:os';
import { messageOf } from '../../base/errors.ts';
import type { LearnerRunner, Limits } from '../../learner/learner-code.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import { checkExercise } from '../check.ts';
import type { OpenCheckStore } from '../check-store.ts';
import type { Exercise } from '../exercise.ts';
import type { Branch } from '../git/branches.ts';
import type { Git } from '../git/git.ts';
import { isSourceOf, readCommit, readCommits } from '../git/read-tree.ts';
import type { Course } from '../load-course.ts';
import { exerciseByFiles, exerciseNamed } from '../workspace/exercise-of.ts';
import { inParallel } from './in-parallel.ts';
import type { CheckedRow, Matrix, MatrixRow, UncheckedRow } from './matrix.ts';

export interface Validation {
  readonly git: Git;
  readonly branches: readonly Branch[];
  readonly course: Course;
  readonly exercisesFolder: string;
  /** Checks all of them as this exercise, whatever their names say. */
  readonly exercise?: Exercise;
  /** Every run is a process of its own, so that one runner serves all branches at once. */
  readonly runner: LearnerRunner;
  readonly openStore?: OpenCheckStore;
  readonly limits?: Partial<Limits>;
  /** How many branches at a time; as many as there are cores unless told otherwise. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** Called after each branch. */
  readonly onProgress?: (done: number, total: number) => void;
}

type Outcome = Omit<CheckedRow, 'branch'> | Omit<UncheckedRow, 'branch'>;

/**
 * Checks branches as they stand in the object database. The working tree, the index, HEAD and every
 * ref are left alone. Aborted by its signal, it rejects with the signal's reason.
 */
export async function validateBranches(validation: Validation): Promise<Matrix> {
  const began = performance.now();
  const { branches, concurrency = availableParallelism(), onProgress } = validation;
  const sources = await readTogether(validation);
  const checked = new Map<string, Promise<Outcome>>();
  let done = 0;
  const rows = await inParallel(branches, concurrency, async (branch): Promise<MatrixRow> => {
    const named = exerciseFor(validation, branch);
    // A branch and its copy on a remote are the same work, and so is a start that many have not touched yet.
    const work = `${branch.tree} ${named?.id ?? ''}`;
    const outcome = checked.get(work) ?? checkBranch(validation, branch, named, sources.get(branch.commit));
    checked.set(work, outcome);
    const row = { ...(await outcome), branch };
    onProgress?.(++done, branches.length);
    return row;
  });
  return { rows, took: performance.now() - began };
}

/**
 * The sources of all branches, which takes git half as many processes as one after the other. When
 * anything of it can't be read, each branch is left to be read by itself: one of them is to blame.
 */
async function readTogether({ git, branches, runner, signal }: Validation): Promise<ReadonlyMap<string, SourceFiles>> {
  const commits = branches.map(({ commit }) => commit);
  return readCommits(git, commits, { signal, wanted: isSourceOf(runner.language) }).catch(() => {
    signal?.throwIfAborted();
    return new Map<string, SourceFiles>();
  });
}

/** The exercise a branch's name tells; its files are asked only when the name doesn't. */
function exerciseFor({ exercise, course }: Validation, { name }: Branch): Exercise | undefined {
  return (
    exercise ??
    exerciseNamed(
      course.map((each) => each.exercise),
      name,
    )
  );
}

async function checkBranch(
  validation: Validation,
  branch: Branch,
  named: Exercise | undefined,
  sources: SourceFiles | undefined,
): Promise<Outcome> {
  const { git, runner, signal } = validation;
  signal?.throwIfAborted();
  try {
    const files = sources ?? (await readCommit(git, branch.commit, { signal, wanted: isSourceOf(runner.language) }));
    const exercise = named ?? (await exerciseIn(validation, files));
    if (exercise === undefined) return noExercise;
    if (exercise.steps.length === 0) return nothingToCheck(exercise);
    return await checkFiles(validation, exercise, files);
  } catch (error) {
    signal?.throwIfAborted();
    return unchecked('unreadable', `Its files could not be read from the repository: ${messageOf(error)}`);
  }
}

async function checkFiles(validation: Validation, exercise: Exercise, files: SourceFiles): Promise<Outcome> {
  const { runner, openStore, limits, signal } = validation;
  try {
    const report = await checkExercise({
      exercise,
      files,
      runner,
      ...(openStore && { openStore }),
      ...(limits && { limits }),
      ...(signal && { signal }),
    });
    return { kind: 'checked', exercise, language: runner.language, report, files };
  } catch (error) {
    signal?.throwIfAborted();
    return unchecked('failed', `The check broke down, which says nothing about the code: ${messageOf(error)}`);
  }
}

async function exerciseIn(
  { course, exercisesFolder, runner }: Validation,
  files: SourceFiles,
): Promise<Exercise | undefined> {
  const id = await exerciseByFiles(exercisesFolder, new Set(files.keys()), runner.language);
  return course.find(({ exercise }) => exercise.id === id)?.exercise;
}

const noExercise = unchecked(
  'noExercise',
  'Neither its name nor its files say which exercise it is about. A name such as learner/ann/01-exercise-start-game does.',
);

function nothingToCheck({ title }: Exercise): Outcome {
  return unchecked('nothingToCheck', `“${title}” is there to be read; it has no steps to check.`);
}

function unchecked(problem: UncheckedRow['problem'], sentence: string): Outcome {
  return { kind: 'unchecked', problem, sentence };
}
