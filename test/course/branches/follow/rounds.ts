import type { BranchFollower, FollowState } from '../../../../src/course/branches/follow/follower.ts';

/** Waits for the end of the round that is under way, or was just asked for. */
export async function untilWaiting(follower: BranchFollower): Promise<FollowState> {
  // A round that was asked for begins in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve));
  const { promise, resolve } = Promise.withResolvers<void>();
  const listening = follower.onDidChange(({ activity }) => activity.kind === 'waiting' && resolve());
  if (follower.state.activity.kind !== 'waiting') await promise;
  listening.dispose();
  return follower.state;
}
