import { chmod, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../fixture.ts';
import { game, mine, type Place, type State } from './state.ts';

async function hook(place: Place, name: string): Promise<void> {
  const file = join(place.folder, '.git/hooks', name);
  await write(place.folder, { [`.git/hooks/${name}`]: `#!/bin/sh\necho ran >> "${place.outside}/hook-ran"\nexit 1\n` });
  await chmod(file, 0o755);
}

export const surroundings: readonly State[] = [
  {
    name: 'no identity',
    async prepare({ folder, git }) {
      git('config', 'user.useConfigOnly', 'true');
      await write(folder, { [game]: mine });
    },
  },
  {
    name: 'hooks that fail',
    async prepare(place) {
      for (const name of ['pre-commit', 'commit-msg', 'post-checkout', 'reference-transaction', 'post-index-change']) {
        await hook(place, name);
      }
      await write(place.folder, { [game]: mine });
    },
  },
  {
    name: 'a program that watches the files, and one that signs',
    async prepare(place) {
      const { folder, outside, git } = place;
      await hook(place, 'watch');
      git('config', 'core.fsmonitor', join(folder, '.git/hooks/watch'));
      git('config', 'commit.gpgSign', 'true');
      git('config', 'gpg.program', join(outside, 'no-such-gpg'));
      await write(folder, { [game]: mine });
    },
  },
  {
    name: 'a filter that fails',
    async prepare({ folder, git }) {
      git('config', 'filter.broken.clean', 'false');
      git('config', 'filter.broken.required', 'true');
      await write(folder, { '.gitattributes': '*.ts filter=broken\n', [game]: mine });
    },
  },
  {
    name: 'a filter that changes what is committed',
    async prepare({ folder, git }) {
      git('config', 'filter.upper.clean', 'tr a-z A-Z');
      await write(folder, { '.gitattributes': '*.ts filter=upper\n', [game]: mine });
    },
  },
  {
    name: 'CRLF that git would turn into LF',
    async prepare({ folder, git }) {
      git('config', 'core.autocrlf', 'true');
      git('config', 'core.safecrlf', 'true');
      await write(folder, { [game]: 'one\r\ntwo\r\n', 'mixed.ts': 'one\r\ntwo\n' });
    },
  },
  {
    name: 'CRLF that attributes would turn into LF',
    prepare: ({ folder }) => write(folder, { '.gitattributes': '* text=auto eol=lf\n', [game]: 'one\r\ntwo\n' }),
  },
  {
    name: 'names with spaces, quotes, line ends and Unicode',
    prepare: ({ folder }) =>
      write(folder, {
        'my notes/é 日本.md': 'one\n',
        '"quoted"': 'two\n',
        'line\nend': 'three\n',
        'tab\there': 'four\n',
        '-n': 'five\n',
        ' ': 'six\n',
        ':(top)x': 'seven\n',
        '*.ts': 'eight\n',
      }),
  },
  {
    name: 'a name with a backslash',
    prepare: ({ folder }) => write(folder, { 'back\\slash': 'mine\n', '"both\\': 'mine\n' }),
  },
  {
    name: 'names that differ by case only',
    async prepare({ folder, git }) {
      await rename(join(folder, game), join(folder, 'src/domain/Game.ts'));
      await write(folder, { 'ReadMe.md': 'mine\n', 'SRC/domain/game.ts': 'mine\n' });
      git('add', 'ReadMe.md');
    },
  },
  {
    name: 'a repository within',
    async prepare({ folder, git }) {
      git('init', '--quiet', 'within');
      await write(folder, { 'within/a.ts': 'a\n', [game]: mine });
    },
  },
  {
    name: 'a submodule',
    async prepare({ folder, git }) {
      const commit = git('rev-parse', 'main');
      git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
      git('commit', '--quiet', '-m', 'a submodule');
      await write(folder, { 'module/inside.ts': 'mine\n', [game]: mine });
    },
  },
  {
    name: 'files git was told to look away from',
    async prepare({ folder, git }) {
      git('update-index', '--assume-unchanged', game);
      git('update-index', '--skip-worktree', 'README.md');
      await write(folder, { [game]: mine, 'README.md': mine });
    },
  },
  {
    name: 'a file that is meant to be added',
    async prepare({ folder, git }) {
      await write(folder, { 'later.ts': 'mine\n' });
      git('add', '--intent-to-add', 'later.ts');
    },
  },
  {
    name: 'a split index',
    async prepare({ folder, git }) {
      git('update-index', '--split-index');
      await write(folder, { [game]: mine });
      git('add', game);
    },
  },
];
