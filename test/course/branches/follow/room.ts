import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { SerialQueue } from '../../../../src/base/serial-queue.ts';
import { choicesOf } from '../../../../src/course/branches/choose.ts';
import { followedBranches } from '../../../../src/course/branches/follow/changes.ts';
import { BranchFollower } from '../../../../src/course/branches/follow/follower.ts';
import type { Matrix } from '../../../../src/course/branches/matrix.ts';
import { validateBranches } from '../../../../src/course/branches/validate.ts';
import { listBranches } from '../../../../src/course/git/branches.ts';
import { fetchBranches } from '../../../../src/course/git/fetch.ts';
import { classroom } from '../fixture.ts';
import { addBranch, attempts, game, solution, solved, started } from '../learners.ts';
import { TestClock } from './test-clock.ts';

export const interval = 60_000;

/** What a learner pushes: every one's is another, as in a room. */
const works = {
  solved: solution,
  forgetful: attempts.forgetful[game] ?? '',
  unreadable: attempts.unreadable[game] ?? '',
};
export type Work = keyof typeof works;

export interface Room {
  readonly follower: BranchFollower;
  readonly clock: TestClock;
  /** Every matrix that was shown, and the labels of what was checked for it. */
  readonly shown: Matrix[];
  readonly checked: string[][];
  /** How often was fetched. */
  readonly fetches: () => number;
  push(learner: number, work: Work): void;
  remove(learner: number): void;
}

/** A bare repository that a room pushes to, and an instructor's tutorial that follows it. */
export async function openRoom(test: TestContext): Promise<Room> {
  const { folder, parts } = await classroom(test);
  const bare = join(folder, '..', 'room.git');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('clone', '--quiet', '--bare', '.', bare);
  git('remote', 'add', 'room', bare);
  const pushes = new Map<number, number>();
  const clock = new TestClock();
  const shown: Matrix[] = [];
  const checked: string[][] = [];
  let fetches = 0;
  const follower = new BranchFollower(
    {
      clock,
      turns: new SerialQueue(),
      fetch: (signal) => {
        fetches++;
        return fetchBranches(parts.git, { signal, timeLimit: 120_000 });
      },
      list: async () => {
        const choices = choicesOf(parts.course, await listBranches(parts.git), '01-start-game');
        return followedBranches(choices, { picked: new Set(), leftOut: new Set() }).filter(
          ({ remote }) => remote === 'room',
        );
      },
      check: (branches, signal) => {
        checked.push(branches.map(({ name }) => name));
        // The machine may be slow; nothing here loops.
        return validateBranches({ ...parts, branches, signal, limits: { time: 120_000 } });
      },
      matrix: () => shown.at(-1) ?? { rows: [], took: 0 },
      show: (matrix) => shown.push(matrix),
    },
    interval,
  );
  test.after(() => follower.dispose());
  return {
    follower,
    clock,
    shown,
    checked,
    fetches: () => fetches,
    push(learner, work) {
      const count = pushes.get(learner) ?? 0;
      pushes.set(learner, count + 1);
      const files = { [game]: `${works[work]}// Learner ${learner}, push ${count}.\n` };
      addBranch(bare, branchOf(learner), count === 0 ? solved : branchOf(learner), files, `Learner ${learner}`);
    },
    remove(learner) {
      execFileSync('git', ['branch', '--quiet', '-D', branchOf(learner)], { cwd: bare });
    },
  };
}

export function branchOf(learner: number): string {
  return `learner/${String(learner).padStart(2, '0')}/${started}`;
}
