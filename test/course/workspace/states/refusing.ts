import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../fixture.ts';
import { game, mine, type Operation, type Place, type State } from './state.ts';

const everything = (sentence: RegExp): Partial<Record<Operation, RegExp>> => ({
  start: sentence,
  reset: sentence,
  'bring along': sentence,
  undo: sentence,
});

/** A git that fails, or lies about whose the folder is, in one respect. */
async function ownGit({ outside }: Place, script: string): Promise<string> {
  const file = join(outside, 'git');
  await writeFile(file, `#!/bin/sh\n${script}\nexec git "$@"\n`, { mode: 0o755 });
  return file;
}

export const refusing: readonly State[] = [
  {
    name: 'another git at work',
    prepare: ({ folder }) => write(folder, { '.git/index.lock': '', [game]: mine }),
    refuses: everything(/Another git seems to be at work/),
  },
  {
    name: 'another git changing HEAD',
    prepare: ({ folder }) => write(folder, { '.git/HEAD.lock': '', [game]: mine }),
    refuses: everything(/Another git seems to be at work/),
  },
  {
    name: 'a branch that is locked',
    async prepare({ folder }) {
      await write(folder, { [game]: mine, '.git/refs/heads/01-exercise-one.lock': '' });
      await write(folder, { '.git/refs/heads/02-exercise-two.lock': '' });
    },
    refuses: everything(/Everything is as it was/),
  },
  {
    name: 'a folder of somebody else’s',
    prepare: ({ folder }) => write(folder, { [game]: mine }),
    git: (place) => ownGit(place, 'export GIT_TEST_ASSUME_DIFFERENT_OWNER=1'),
    refuses: { ...everything(/does not trust/), validate: /does not trust/ },
  },
  {
    name: 'a snapshot that fails',
    prepare: ({ folder }) => write(folder, { [game]: mine }),
    git: (place) => ownGit(place, 'case "$*" in *hash-object*) echo "fatal: no space left" >&2; exit 128;; esac'),
    refuses: everything(/Nothing was changed.*no space left/),
  },
  {
    name: 'a backup that fails',
    prepare: ({ folder }) => write(folder, { [game]: mine }),
    git: (place) => ownGit(place, 'case "$*" in *"update-ref -m"*) echo "fatal: read only" >&2; exit 128;; esac'),
    refuses: everything(/Nothing was changed.*read only/),
  },
  {
    name: 'a HEAD that cannot be moved at the end',
    prepare: ({ folder }) => write(folder, { [game]: mine, 'untracked.ts': 'mine\n' }),
    git: (place) =>
      ownGit(place, 'case "$*" in *"put back"*) ;; *"symbolic-ref -m"*) echo "fatal: no" >&2; exit 128;; esac'),
    refuses: everything(/Everything is as it was/),
  },
  {
    name: 'a name that is no Unicode',
    prepare: ({ folder }) => writeFile(Buffer.concat([Buffer.from(join(folder, 'x')), Buffer.from([0xe9])]), 'mine\n'),
    refuses: everything(/no Unicode text/),
  },
  {
    name: 'a working tree that is elsewhere',
    prepare: ({ git, outside }) => git('config', 'core.worktree', outside),
    refuses: { ...everything(/left alone/), validate: /left alone/ },
  },
  {
    name: 'a broken repository',
    prepare: ({ folder }) => write(folder, { '.git/HEAD': 'nonsense\n' }),
    refuses: { ...everything(/cannot be used/), validate: /cannot be used/ },
  },
];
