import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../base/errors.ts';
import { type Git, gitIn } from './git.ts';

/** A folder that is the top of a git repository. */
export interface Repository {
  /** Absolute and without symbolic links. */
  readonly folder: string;
  readonly git: Git;
  /** Where this working tree keeps its HEAD and its index. */
  readonly gitFolder: string;
}

export type OpenedRepository =
  | { readonly kind: 'repository'; readonly repository: Repository }
  /** The folder has no repository of its own; one above it does not count. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** `binary` is the git to use; undefined where there is none. */
export async function openRepository(folder: string, binary: string | undefined): Promise<OpenedRepository> {
  try {
    const place = await realpath(folder);
    if (!(await isThere(join(place, '.git')))) return { kind: 'none' };
    if (binary === undefined) return { kind: 'refused', sentence: noGit(place) };
    const git = gitIn(place, binary);
    const [top = '', gitFolder = ''] = (await git.text(['rev-parse', '--show-toplevel', '--absolute-git-dir'])).split(
      '\n',
    );
    if ((await realpath(top)) !== place) {
      return { kind: 'refused', sentence: `Git takes ${top} for the working tree of ${place}, so it is left alone.` };
    }
    return { kind: 'repository', repository: { folder: place, git, gitFolder } };
  } catch (error) {
    return { kind: 'refused', sentence: sentenceFor(error, folder) };
  }
}

/** What git's refusal means for a learner, and what to do about it. */
function sentenceFor(error: unknown, folder: string): string {
  const message = messageOf(error);
  if (message.includes('dubious ownership')) {
    return `Git does not trust ${folder}, because it belongs to somebody else. If it is yours after all, run: git config --global --add safe.directory "${folder}"`;
  }
  return `${folder} cannot be used as a git repository: ${message}`;
}

function noGit(folder: string): string {
  return `${folder} is a git repository, and there is no git on this machine. Install git, or point VS Code to it with the setting "git.path".`;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
