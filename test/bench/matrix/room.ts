import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verdictOfMatrix } from '../../../src/course/branches/matrix.ts';
import { type Validation, validateBranches } from '../../../src/course/branches/validate.ts';
import type { Exercise } from '../../../src/course/exercise.ts';
import { listBranches, matchesBranch } from '../../../src/course/git/branches.ts';
import { gitIn } from '../../../src/course/git/git.ts';
import { findExercise, loadCourse } from '../../../src/course/load-course.ts';
import { composeSolution } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { findProvidedPackages } from '../../../src/learner/typescript/packages/provided-packages.ts';
import { createTypeScriptRuntime } from '../../../src/learner/typescript/runtime.ts';
import { addBranch, game } from '../../course/branches/learners.ts';

export interface Room extends Disposable {
  readonly exercise: Exercise;
  /** Has processes waiting for so many branches, as the editor does while an instructor picks them. */
  prepare(learners: number): Promise<void>;
  /** Validates the branches of so many learners, each with a right solution of their own. */
  validate(learners: number): Promise<void>;
  /** The same as a command in a terminal, from its start to its end; a pattern for branches. */
  inTerminal(pattern: string): Promise<void>;
}

/** Nobody reads a list of branches faster; milliseconds. */
const thinking = 1_500;

/** A repository to which learners have pushed, with a runner on the built driver, as the editor has it. */
export async function openRoom(learners: number, wanted: string): Promise<Room> {
  const parent = mkdtempSync(join(tmpdir(), 'ground-up-bench-'));
  const folder = join(parent, 'room');
  const exercisesFolder = inRoot('exercises');
  const course = await loadCourse(exercisesFolder);
  const exercise = findExercise(course, wanted)?.exercise;
  if (exercise === undefined) throw new Error(`There is no exercise ${wanted}.`);
  await makeTutorial({ folder, exercisesFolder, git: 'git' });
  const text = textsOf(await composeSolution(exercisesFolder, exercise.id)).get(game) ?? '';
  for (let at = 0; at < learners; at++) {
    const files = { [game]: `${text}// What learner ${at} wrote.\n` };
    addBranch(folder, `learner/${at}/${exercise.branch}`, `solutions/${exercise.branch}`, files);
  }
  const git = gitIn(folder, 'git');
  const all = (await listBranches(git)).filter((branch) => matchesBranch(branch, 'learner/*'));
  const runner = createLearnerRunner(
    createTypeScriptRuntime({
      driverPath: inRoot('dist/driver.js'),
      packages: findProvidedPackages(inRoot('dist')),
      workspace: folder,
    }),
  );
  const parts: Omit<Validation, 'branches'> = { git, course, exercisesFolder, runner, openStore: openThrowawayStore };
  return {
    exercise,
    prepare: async (count) => {
      runner.prepare(count);
      await pause(thinking);
    },
    validate: async (count) => {
      const matrix = await validateBranches({ ...parts, branches: all.slice(0, count) });
      if (verdictOfMatrix(matrix) !== 'pass') throw new Error('A solution did not pass, so there is nothing to time.');
    },
    inTerminal: async (pattern) => {
      const args = [inRoot('dist/cli.js'), 'check', '--branches', pattern, '--dir', folder];
      const { code, output } = await runProgram(process.execPath, args);
      if (code !== 0) throw new Error(output);
    },
    [Symbol.dispose]: () => {
      runner.dispose();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
