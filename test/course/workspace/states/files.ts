import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../fixture.ts';
import { game, mine, type State } from './state.ts';

export const ordinary: readonly State[] = [
  { name: 'clean', prepare: () => undefined },
  { name: 'a changed file', prepare: ({ folder }) => write(folder, { [game]: mine }) },
  {
    name: 'a staged change',
    async prepare({ folder, git }) {
      await write(folder, { [game]: mine });
      git('add', game);
    },
  },
  {
    name: 'staged, then changed again',
    async prepare({ folder, git }) {
      await write(folder, { [game]: 'staged only\n', 'new.ts': 'staged new\n' });
      git('add', '.');
      await write(folder, { [game]: mine, 'new.ts': 'changed since\n' });
    },
  },
  { name: 'a deleted file', prepare: ({ folder }) => rm(join(folder, game)) },
  { name: 'a file deleted and staged', prepare: ({ git }) => git('rm', '--quiet', game) },
  { name: 'a file git no longer tracks', prepare: ({ git }) => git('rm', '--quiet', '--cached', game, 'README.md') },
  { name: 'a renamed file', prepare: ({ git }) => git('mv', game, 'src/domain/my-game.ts') },
  { name: 'everything deleted', prepare: ({ git }) => git('rm', '--quiet', '-r', '.') },
  { name: 'an untracked file', prepare: ({ folder }) => write(folder, { 'notes/mine.md': 'mine\n' }) },
  {
    name: 'a binary and an empty file',
    prepare: ({ folder }) => write(folder, { empty: '', bytes: Buffer.from([0, 255, 13, 10, 0]) }),
  },
  { name: 'an empty folder', prepare: ({ folder }) => mkdir(join(folder, 'src/empty/deeper'), { recursive: true }) },
  { name: 'an executable file', prepare: ({ folder }) => chmod(join(folder, game), 0o755) },
  {
    name: 'own commits',
    async prepare({ folder, git }) {
      await write(folder, { [game]: mine });
      git('commit', '--quiet', '-am', 'mine');
    },
  },
  {
    name: 'a branch of one’s own for the exercise',
    async prepare({ folder, git }) {
      git('checkout', '--quiet', '-b', 'learner/ann/01-exercise-one', '01-exercise-one');
      await write(folder, { [game]: mine });
    },
  },
  {
    name: 'a stash',
    async prepare({ folder, git }) {
      await write(folder, { [game]: 'stashed\n' });
      git('stash');
      await write(folder, { [game]: mine });
    },
  },
];

export const inTheWay: readonly State[] = [
  {
    name: 'an untracked file in the way',
    prepare: ({ folder }) => write(folder, { 'src/domain/board.ts': 'my board\n', 'test/game.test.ts': 'my test\n' }),
  },
  {
    name: 'an untracked folder where a file comes',
    async prepare({ folder }) {
      await rm(join(folder, 'src/domain/board.ts'), { force: true });
      await write(folder, { 'src/domain/board.ts/mine/a.ts': 'a\n', 'src/domain/board.ts/b.ts': 'b\n' });
    },
  },
  {
    name: 'an untracked file where a folder comes',
    async prepare({ folder }) {
      await rm(join(folder, 'test'), { recursive: true, force: true });
      await rm(join(folder, 'src'), { recursive: true });
      await write(folder, { test: 'no folder\n', src: 'no folder either\n' });
    },
  },
  {
    name: 'an ignored file in the way',
    async prepare({ folder }) {
      await mkdir(join(folder, '.git/info'), { recursive: true });
      await write(folder, { '.git/info/exclude': 'board.ts\ntest/\n', 'test/game.test.ts': 'ignored\n' });
      await write(folder, { 'src/domain/board.ts': 'ignored too\n', 'src/domain/errors.ts': 'mine\n' });
    },
  },
  {
    name: 'ignored files elsewhere',
    prepare: ({ folder }) => write(folder, { 'a.log': 'log\n', 'node_modules/x/y.js': 'y\n' }),
  },
  {
    name: 'an ignored folder where a file comes',
    async prepare({ folder }) {
      await rm(join(folder, 'src/domain/board.ts'), { force: true });
      await write(folder, { 'src/domain/board.ts/a.log': 'log\n' });
    },
  },
  {
    name: 'a repository where a file comes',
    async prepare({ folder, git }) {
      await rm(join(folder, game));
      git('init', '--quiet', game);
      await write(folder, { [`${game}/mine.ts`]: 'mine\n' });
    },
    refuses: { start: /part of another repository/, reset: /part of another/, undo: /part of another/ },
  },
  {
    name: 'a pipe where a file comes',
    async prepare({ folder }) {
      await rm(join(folder, game));
      execFileSync('mkfifo', [join(folder, game)]);
    },
    refuses: { start: /cannot be kept/, reset: /cannot be kept/, undo: /cannot be kept/ },
  },
];

export const links: readonly State[] = [
  {
    name: 'links',
    async prepare({ folder, outside }) {
      await rm(join(folder, game));
      await symlink(join(outside, 'precious'), join(folder, game));
      await symlink('nowhere at all', join(folder, 'broken'));
      await symlink(outside, join(folder, 'elsewhere'));
    },
  },
  {
    name: 'a link in place of a folder',
    async prepare({ folder, outside }) {
      await rm(join(folder, 'src'), { recursive: true });
      await symlink(outside, join(folder, 'src'));
    },
  },
  {
    name: 'a tracked link',
    async prepare({ folder, git }) {
      await symlink('README.md', join(folder, 'link'));
      git('add', 'link');
      git('commit', '--quiet', '-m', 'a link');
    },
  },
];
