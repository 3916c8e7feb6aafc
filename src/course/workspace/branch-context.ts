import { realpath } from 'node:fs/promises';
import type { Repository } from '../git/repository.ts';
import { UserError } from '../user-error.ts';
import type { Exercises } from './exercises.ts';

/** What every operation on a tutorial with branches works on. */
export interface BranchContext {
  readonly repository: Repository;
  readonly exercises: Exercises;
}

export function refOf(branch: string): string {
  return `refs/heads/${branch}`;
}

export function branchOf(ref: string): string {
  return ref.slice('refs/heads/'.length);
}

/** The commit a ref points at; undefined when there is no such ref. */
export async function tipOf({ git }: Repository, ref: string): Promise<string | undefined> {
  return git.ask(['rev-parse', '--quiet', '--verify', `${ref}^{commit}`]);
}

export async function treeOf({ git }: Repository, commit: string): Promise<string> {
  return git.text(['rev-parse', `${commit}^{tree}`]);
}

/** A branch that another working tree has checked out is that one's to change. */
export async function refuseIfCheckedOutElsewhere({ git, folder }: Repository, ref: string): Promise<void> {
  const place = await git.text(['for-each-ref', '--format=%(worktreepath)', ref]);
  // Git writes paths its own way on Windows; and a working tree that is gone needs no care.
  const other = place === '' ? undefined : await realpath(place).catch(() => undefined);
  if (other !== undefined && other !== folder)
    throw new UserError(`${branchOf(ref)} is checked out in ${place}. Work on it there.`);
}

export function courseCommit(course: ReadonlyMap<string, string>, branch: string): string {
  const commit = course.get(branch);
  if (commit === undefined) throw new Error(`the course has no branch ${branch}.`);
  return commit;
}
