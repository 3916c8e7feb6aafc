import type { Git } from './git.ts';

/** A branch that goes from one commit to another; undefined where it is made. */
export interface RefMove {
  readonly ref: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Moves all of them or, when one is no longer where it was thought to be, none. */
export async function moveRefs(git: Git, moves: readonly RefMove[], reason: string): Promise<void> {
  await updateRefs(
    git,
    moves.map(({ ref, before, after }) => `update ${ref} ${after} ${before ?? none(after)}\n`),
    reason,
  );
}

/** Puts them back. One that was made stays: a branch is never deleted. */
export async function moveRefsBack(git: Git, moves: readonly RefMove[]): Promise<void> {
  await updateRefs(
    git,
    moves.flatMap(({ ref, before, after }) => (before === undefined ? [] : [`update ${ref} ${before} ${after}\n`])),
    'ground-up: put back',
  );
}

async function updateRefs(git: Git, commands: readonly string[], reason: string): Promise<void> {
  if (commands.length > 0) await git.run(['update-ref', '-m', reason, '--stdin'], { input: commands.join('') });
}

/** What git writes for “it must not be there yet”. */
function none(like: string): string {
  return '0'.repeat(like.length);
}
