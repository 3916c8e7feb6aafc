import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, gitIn } from '../course/git/git.ts';
import type { Examination, Outcome } from './finding.ts';

export interface GitAtHand {
  /** A path, or a name to look up on the PATH. */
  readonly binary: string;
  /** Absolute; the workspace, or any folder where none is open. */
  readonly folder: string;
}

/** The first whose `for-each-ref` knows `%(worktreepath)`, which a switch of exercises asks for; of August 2019. */
const oldest = { major: 2, minor: 23 };

const upToDate = 'Install git from https://git-scm.com/downloads, then restart VS Code or the terminal.';

export function gitExamination({ binary, folder }: GitAtHand): Examination {
  return {
    subject: 'Git',
    async examine(signal) {
      try {
        return judgeVersion(await gitIn(await realpath(folder), binary).text(['--version'], { signal }));
      } catch (thrown) {
        if (!(thrown instanceof GitError)) throw thrown;
        if (thrown.kind === 'notStarted') return missing(folder);
        return problem(`Git is there and doesn’t run: ${thrown.message}`);
      }
    },
  };
}

export function identityExamination({ binary, folder }: GitAtHand): Examination {
  return {
    subject: 'Your name in git',
    async examine(signal) {
      try {
        const git = gitIn(await realpath(folder), binary);
        const ask = (name: string) => git.ask(['config', '--get', name], { signal });
        // A git that doesn’t run has no answer either; asked for its version, it says so.
        const [name, email] = await Promise.all([
          ask('user.name'),
          ask('user.email'),
          git.text(['--version'], { signal }),
        ]);
        return name && email ? { kind: 'well', note: 'Your commits carry your name.' } : anonymous;
      } catch (thrown) {
        if (!(thrown instanceof GitError)) throw thrown;
        return { kind: 'unknown', reason: 'Git keeps your name, and it couldn’t be asked.' };
      }
    },
  };
}

/** Tells git who somebody is, for every repository of theirs. */
export async function saveIdentity(
  { binary, folder }: GitAtHand,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  const git = gitIn(await realpath(folder), binary);
  await git.run(['config', '--global', 'user.name', name]);
  await git.run(['config', '--global', 'user.email', email]);
}

/** `said` is what git says of itself: `git version 2.39.5 (Apple Git-154)` */
function judgeVersion(said: string): Outcome {
  const [, version = '', major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(said) ?? [];
  if (version === '') return problem(`What is called git here doesn’t say which version it is, but “${said}”.`);
  const isTooOld = Number(major) < oldest.major || (Number(major) === oldest.major && Number(minor) < oldest.minor);
  return isTooOld
    ? problem(`Git ${version} is too old: switching exercises takes ${oldest.major}.${oldest.minor} or later.`)
    : { kind: 'well', note: `Version ${version} is there.` };
}

/** A tutorial can be made without git, but one that was made with it needs it. */
async function missing(folder: string): Promise<Outcome> {
  const wrong = 'There is no git on this machine, or it can’t be found.';
  if (await isRepository(folder)) return problem(`${wrong} This tutorial keeps its exercises as branches.`);
  const without =
    'Without it, each exercise of a new tutorial is a folder instead of a branch; everything else is the same.';
  return { kind: 'warning', wrong, remedy: `${upToDate} ${without}`, action: 'installGit' };
}

function isRepository(folder: string): Promise<boolean> {
  return lstat(join(folder, '.git')).then(
    () => true,
    () => false,
  );
}

function problem(wrong: string): Outcome {
  return { kind: 'problem', wrong, remedy: upToDate, action: 'installGit' };
}

const anonymous: Outcome = {
  kind: 'warning',
  wrong:
    'Git doesn’t know your name and e-mail address: it will refuse your own commits, and the tutorial’s are made by “Learner”.',
  remedy: 'Run: git config --global user.name "Your Name" and git config --global user.email "Your Address"',
  action: 'setIdentity',
};
