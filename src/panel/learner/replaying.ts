import type { Member, Operation } from '../../learner/protocol.ts';
import { differences, type FieldChange } from '../../timeline/diff.ts';
import type { FieldValue } from '../../timeline/field-value.ts';
import { type ObservedEvents, stateOf } from './observed-events.ts';
import { fieldsOfMembers } from './observed-values.ts';
import { applyKept, read } from './operations.ts';

/** An aggregate by the name it is kept under, the fresh one that is told its events, and what to keep these as. */
export interface Replay {
  readonly of: string;
  readonly onto: string;
  readonly as: string;
}

/**
 * The learner's very own event objects, from the `from`-th on, applied to the fresh aggregate one after the
 * other: three operations each, the second of which applies and the third reads.
 */
export function replaying(
  { of, onto, as }: Replay,
  { events, list, stored }: ObservedEvents,
  from: number,
): readonly Operation[] {
  const listed = list === 'uncommittedEvents' ? stored : 0;
  return events.slice(from).flatMap((_, nth): readonly Operation[] => {
    const event = `${as}${from + nth}`;
    return [
      { op: 'keep', as: event, on: of, name: list ?? 'events', index: from + nth - listed },
      applyKept(event, onto),
      read(onto),
    ];
  });
}

/**
 * Whether something has started is often read off the list of events, and the replayed aggregate is given
 * none: that one flag is taken from the live one, so that it says no untruth.
 */
export function withStarted(members: readonly Member[], live: readonly Member[]): readonly Member[] {
  return members.map((member) => {
    const isFlag = member.value.kind === 'boolean' && /started$/i.test(member.name);
    return (isFlag ? live.find(({ name }) => name === member.name) : undefined) ?? member;
  });
}

/** In which fields an aggregate differs from what its events make of a fresh one. */
export function liveAgainstRebuilt(live: readonly Member[], rebuilt: readonly FieldValue[]): readonly FieldChange[] {
  return differences(withoutId(fieldsOfMembers(stateOf(live))), withoutId(rebuilt));
}

export function sameState(before: readonly Member[], now: readonly Member[]): boolean {
  return differences(fieldsOfMembers(stateOf(before)), fieldsOfMembers(stateOf(now))).length === 0;
}

/** Each fresh one has an id of its own, so that one says nothing about rebuilding. */
function withoutId(fields: readonly FieldValue[]): readonly FieldValue[] {
  return fields.filter(({ path }) => path !== 'id');
}
