import { plainName } from '../../base/names.ts';
import { itemsOf, memberNamed, writtenOut } from '../../course/observation/observed.ts';
import { toSeenEvent } from '../../course/observation/seen-event.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { fieldsOfMembers, jsonOfMembers } from './observed-values.ts';

/** The events an aggregate shows: all in order, how many of them are stored, and the member they were read from. */
export interface ObservedEvents {
  readonly events: readonly EventSeen[];
  readonly stored: number;
  readonly list: 'events' | 'uncommittedEvents' | undefined;
}

/** The tutorial's own Python spells it with one t, and so may who comes from there. */
const eventLists = ['events', 'historicalevents', 'uncommittedevents', 'uncommitedevents'];

export function eventsIn(members: readonly Member[]): ObservedEvents {
  const all = listNamed(members, 'events');
  const historical = listNamed(members, 'historicalEvents') ?? [];
  const uncommitted = listNamed(members, 'uncommittedEvents') ?? listNamed(members, 'uncommitedEvents');
  if (all !== undefined) return { events: all.map(eventSeen), stored: historical.length, list: 'events' };
  if (uncommitted === undefined) return { events: [], stored: 0, list: undefined };
  const both = [...historical, ...uncommitted];
  return { events: both.map(eventSeen), stored: historical.length, list: 'uncommittedEvents' };
}

/** An event that stands in a list twice is written out twice. */
function listNamed(members: readonly Member[], name: string): readonly Observed[] | undefined {
  const member = memberNamed(members, name);
  return member && itemsOf(writtenOut(member));
}

export function eventSeen(value: Observed): EventSeen {
  const { type, fields } = toSeenEvent(value);
  return { type, data: jsonOfMembers(fields), fields: fieldsOfMembers(fields) };
}

/** What is state of an aggregate: its members without the events themselves, and without `_x` where `x` shows the same. */
export function stateOf(members: readonly Member[]): readonly Member[] {
  const names = new Set(members.map(({ name }) => name));
  return members.filter(
    ({ name, value }) =>
      value.kind !== 'function' &&
      !eventLists.includes(plainName(name)) &&
      !(name.startsWith('_') && names.has(name.slice(1))),
  );
}
