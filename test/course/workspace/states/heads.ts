import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../fixture.ts';
import { game, mine, type Place, type State } from './state.ts';

export const heads: readonly State[] = [
  { name: 'a detached HEAD', prepare: ({ git }) => git('checkout', '--quiet', '--detach') },
  {
    name: 'a detached HEAD with commits and changes',
    async prepare({ folder, git }) {
      git('checkout', '--quiet', '--detach');
      await write(folder, { [game]: 'committed\n' });
      git('commit', '--quiet', '-am', 'on no branch');
      await write(folder, { [game]: mine, 'untracked.ts': 'mine\n' });
    },
  },
  {
    name: 'a branch without commits',
    async prepare({ folder, git }) {
      git('checkout', '--quiet', '--orphan', 'fresh');
      await write(folder, { [game]: mine, 'untracked.ts': 'mine\n' });
    },
  },
  {
    name: 'a branch without commits or an index',
    async prepare({ folder, git }) {
      git('symbolic-ref', 'HEAD', 'refs/heads/fresh');
      await rm(join(folder, '.git/index'));
    },
  },
  {
    name: 'changes on main',
    async prepare({ folder, git }) {
      git('checkout', '--quiet', 'main');
      await write(folder, { 'README.md': mine, 'untracked.ts': 'mine\n' });
    },
  },
  {
    name: 'changes on a solution',
    async prepare({ folder, git }) {
      git('checkout', '--quiet', 'solutions/02-exercise-two');
      await write(folder, { [game]: mine, 'untracked.ts': 'mine\n' });
    },
  },
  { name: 'no branch for the exercise', prepare: ({ git }) => git('update-ref', '-d', 'refs/heads/02-exercise-two') },
  {
    name: 'the exercise’s branch only at a remote',
    prepare({ git }) {
      git('update-ref', 'refs/remotes/origin/02-exercise-two', 'solutions/02-exercise-two');
      git('update-ref', '-d', 'refs/heads/02-exercise-two');
    },
    refuses: { 'bring along': /You have begun|nothing was laid over/ },
  },
  {
    name: 'a branch below the exercise’s name',
    prepare({ git }) {
      git('checkout', '--quiet', '01-exercise-one');
      git('update-ref', '-d', 'refs/heads/02-exercise-two');
      git('update-ref', 'refs/heads/02-exercise-two/mine', 'main');
    },
    refuses: { start: /Everything is as it was/, 'bring along': /Everything is as it was/ },
  },
  {
    name: 'the exercise’s branch in another working tree',
    prepare({ outside, git }) {
      git('checkout', '--quiet', '--detach');
      git('worktree', 'add', '--quiet', join(outside, 'two'), '02-exercise-two');
      git('worktree', 'add', '--quiet', join(outside, 'one'), '01-exercise-one');
    },
    refuses: {
      start: /checked out in/,
      reset: /checked out in/,
      'bring along': /checked out in/,
      undo: /checked out in/,
    },
  },
];

/** Makes two branches that change the same file, and stands on one of them. */
async function diverge({ folder, git }: Place): Promise<void> {
  const here = git('symbolic-ref', '--short', 'HEAD');
  git('checkout', '--quiet', '-b', 'side');
  await write(folder, { [game]: 'side\n', 'side.ts': 'side\n' });
  git('add', '.');
  git('commit', '--quiet', '-m', 'side');
  git('checkout', '--quiet', here);
  await write(folder, { [game]: 'here\n', 'here.ts': 'here\n' });
  git('add', '.');
  git('commit', '--quiet', '-m', 'here');
}

/** A command that ends with a conflict. */
function conflicting(place: Place, ...args: readonly string[]): void {
  try {
    place.git(...args);
  } catch {
    return;
  }
  throw new Error(`git ${args.join(' ')} met no conflict.`);
}

const underWay = { 'bring along': /under way/ };

export const unfinished: readonly State[] = [
  {
    name: 'a merge with conflicts',
    async prepare(place) {
      await diverge(place);
      conflicting(place, 'merge', 'side');
      await write(place.folder, { 'untracked.ts': 'mine\n' });
    },
    refuses: underWay,
  },
  {
    name: 'a merge resolved and not committed',
    async prepare(place) {
      await diverge(place);
      conflicting(place, 'merge', 'side');
      await write(place.folder, { [game]: 'both\n' });
      place.git('add', game);
    },
    refuses: underWay,
  },
  {
    name: 'a merge with a branch that is gone since',
    async prepare(place) {
      await diverge(place);
      conflicting(place, 'merge', 'side');
      place.git('branch', '--quiet', '-D', 'side');
    },
    refuses: underWay,
  },
  {
    name: 'a rebase with conflicts',
    async prepare(place) {
      await diverge(place);
      conflicting(place, 'rebase', 'side');
    },
  },
  {
    name: 'a cherry-pick with conflicts',
    async prepare(place) {
      await diverge(place);
      conflicting(place, 'cherry-pick', 'side');
    },
    refuses: underWay,
  },
  {
    name: 'a revert with conflicts',
    async prepare(place) {
      await diverge(place);
      await write(place.folder, { [game]: 'later\n' });
      place.git('commit', '--quiet', '-am', 'later');
      conflicting(place, 'revert', '--no-edit', 'HEAD~1');
    },
    refuses: underWay,
  },
];
