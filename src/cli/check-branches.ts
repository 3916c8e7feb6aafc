import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf } from '../base/errors.ts';
import { exportMatrix, isMatrixFormat, type MatrixFormat, matrixFormats } from '../course/branches/export.ts';
import { verdictOfMatrix } from '../course/branches/matrix.ts';
import { validateBranches } from '../course/branches/validate.ts';
import type { OpenCheckStore } from '../course/check-store.ts';
import { type Branch, listBranches, matchesBranch } from '../course/git/branches.ts';
import type { Git } from '../course/git/git.ts';
import { openRepository } from '../course/git/repository.ts';
import { findExercise, loadCourse } from '../course/load-course.ts';
import { createLearnerRunner } from '../learner/runner.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Resources } from './resources.ts';
import { createRuntime } from './runtime.ts';

export interface CheckBranchesOptions {
  /** The top of the repository. */
  readonly directory: string;
  /** Such as `learner/*`; `*` stands for anything, slashes too. */
  readonly patterns: readonly string[];
  /** `1`, `01-start-game` or a branch; what each branch's name tells otherwise. */
  readonly exercise: string | undefined;
  /** `text`, `markdown`, `json` or `junit`. */
  readonly format: string;
  /** Where to write it; the terminal gets the matrix as text then. */
  readonly out: string | undefined;
  readonly resources: Resources;
  readonly print: (text: string) => void;
}

/** Only an exercise that stores events needs a server, and all that comes with one. */
const openStore: OpenCheckStore = async () => (await import('../grpc/bundle.ts')).openThrowawayStore();

/** Checks branches without touching the working tree and says what came of it; the exit code tells the verdict on all. */
export async function checkBranches(options: CheckBranchesOptions): Promise<number> {
  const { directory, patterns, format, out, resources, print } = options;
  if (!isMatrixFormat(format)) {
    print(`There is no format “${format}”. There are: ${matrixFormats.join(', ')}`);
    return 2;
  }
  const opened = await openRepository(resolve(directory), 'git');
  if (opened.kind !== 'repository') {
    print(opened.kind === 'refused' ? opened.sentence : `${resolve(directory)} is not the top of a git repository.`);
    return 2;
  }
  const { git } = opened.repository;
  const all = await listBranches(git);
  const branches = all.filter((branch) => patterns.some((pattern) => matchesBranch(branch, pattern)));
  if (branches.length === 0) {
    print(`No branch is called ${patterns.map((pattern) => `“${pattern}”`).join(' or ')}. There are:`);
    for (const { label } of all) print(`  ${label}`);
    return 2;
  }
  return validate(options, { git, branches, format, out, resources, print });
}

interface Wanted extends Pick<CheckBranchesOptions, 'out' | 'resources' | 'print'> {
  readonly git: Git;
  readonly branches: readonly Branch[];
  readonly format: MatrixFormat;
}

async function validate({ exercise, directory }: CheckBranchesOptions, wanted: Wanted): Promise<number> {
  const { git, branches, format, out, resources, print } = wanted;
  const { exercisesFolder } = resources;
  const course = await loadCourse(exercisesFolder);
  const found = exercise === undefined ? undefined : findExercise(course, exercise);
  if (exercise !== undefined && found === undefined) {
    print(`There is no exercise “${exercise}”. There are: ${course.map((each) => each.exercise.id).join(', ')}`);
    return 2;
  }
  const runner = createLearnerRunner(createRuntime(resources, directory));
  try {
    const matrix = await validateBranches({
      git,
      branches,
      course,
      exercisesFolder,
      ...(found && { exercise: found.exercise }),
      runner,
      openStore,
    });
    const failure = out === undefined ? undefined : await written(out, exportMatrix(matrix, format));
    print(exportMatrix(matrix, out === undefined ? format : 'text').trimEnd());
    if (failure !== undefined) print(failure);
    return failure === undefined ? exitCodeOf(verdictOfMatrix(matrix)) : 2;
  } finally {
    runner.dispose();
  }
}

/** Undefined when it was; otherwise why it was not. */
async function written(file: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    return `${file} could not be written: ${messageOf(error)}`;
  }
}
