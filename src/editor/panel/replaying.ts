import type { Member, Operation } from '../../learner/protocol.ts';
import { differences, type FieldChange } from '../../timeline/diff.ts';
import type { Leaf } from '../../timeline/leaf.ts';
import { type EventsSeen, stateOf } from './observed-game.ts';
import { leavesOfMembers } from './observed-values.ts';

/** A game by the name it is kept under, the fresh one that is told its events, and what to keep these as. */
export interface Replay {
  readonly of: string;
  readonly onto: string;
  readonly as: string;
}

/**
 * The learner's very own event objects, from the `from`-th on, applied to the fresh game one after the
 * other: three operations each, the second of which applies and the third reads.
 */
export function replaying(
  { of, onto, as }: Replay,
  { events, list, stored }: EventsSeen,
  from: number,
): readonly Operation[] {
  const listed = list === 'uncommittedEvents' ? stored : 0;
  return events.slice(from).flatMap((_, nth): readonly Operation[] => {
    const event = `${as}${from + nth}`;
    return [
      { op: 'keep', as: event, on: of, name: list ?? 'events', index: from + nth - listed },
      { op: 'call', on: onto, name: 'apply', args: [{ kept: event }] },
      { op: 'read', on: onto },
    ];
  });
}

/**
 * Whether a game has started is often read off its list of events, and the replayed game is given
 * none: that one flag is taken from the live game, so that it says no untruth.
 */
export function withStarted(members: readonly Member[], live: readonly Member[]): readonly Member[] {
  return members.map((member) => {
    const isFlag = member.value.kind === 'boolean' && /started$/i.test(member.name);
    return (isFlag ? live.find(({ name }) => name === member.name) : undefined) ?? member;
  });
}

/** In which fields a game differs from what its events make of a fresh one. */
export function liveAgainstRebuilt(live: readonly Member[], rebuilt: readonly Leaf[]): readonly FieldChange[] {
  return differences(withoutId(leavesOfMembers(stateOf(live))), withoutId(rebuilt));
}

export function sameState(before: readonly Member[], now: readonly Member[]): boolean {
  return differences(leavesOfMembers(stateOf(before)), leavesOfMembers(stateOf(now))).length === 0;
}

/** Every new game has an id of its own, so that one says nothing about rebuilding. */
function withoutId(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ path }) => path !== 'id');
}
