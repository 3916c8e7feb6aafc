import { plainName } from '../../base/names.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import { contentOf, identitiesIn, itemsOf, writtenOut } from '../observation/observed.ts';
import type { SeenEvent } from '../observation/seen-event.ts';

/** A member in which two objects differ; undefined on a side that has no such member. */
export interface Difference {
  readonly name: string;
  readonly one: Observed | undefined;
  readonly other: Observed | undefined;
}

/** The members under which the events themselves are kept. */
export const eventLists = ['events', 'historicalEvents', 'uncommittedEvents', 'uncommitedEvents'];

/** The first member that is not the same, the events and what holds them left out unless they are asked for. */
export function differenceIn(
  one: readonly Member[],
  other: readonly Member[],
  leftOut: (name: string, value: Observed | undefined) => boolean = isEventList,
): Difference | undefined {
  const names = [...new Set([...one, ...other].map(({ name }) => name))];
  for (const name of names) {
    const [a, b] = [valueIn(one, name), valueIn(other, name)];
    if (leftOut(name, a) || leftOut(name, b)) continue;
    if (contentText(a) !== contentText(b)) return { name, one: a, other: b };
  }
  return undefined;
}

export function isEventList(name: string): boolean {
  return eventLists.some((list) => plainName(list) === plainName(name));
}

interface Rebuilding {
  readonly live: readonly Member[];
  readonly rebuilt: readonly Member[];
  /** What was recorded by the live one. */
  readonly events: readonly SeenEvent[];
  /** Objects of which nothing was asked yet; what differs between them, each has for itself. */
  readonly fresh: readonly (readonly Member[])[];
  /** Members that are compared whatever they are: the others may be worked out from the list of events. */
  readonly always: readonly string[];
}

/**
 * The difference between the state of an object and that of one made again from its events. What each object has for
 * itself, and what holds or counts the events, is no state.
 */
export function stateDifference({ live, rebuilt, events, fresh, always }: Rebuilding): Difference | undefined {
  const recorded = new Set(events.flatMap(({ value }) => identitiesIn(value)));
  const contents = new Set(events.map(({ value }) => contentOf(value)));
  const own = new Set(fresh.slice(1).flatMap((each) => unlikeMembers(fresh[0] ?? [], each)));
  const holdsEvents = (value: Observed) =>
    identitiesIn(value).some((identity) => recorded.has(identity)) ||
    (itemsOf(value) ?? [value]).some((item) => contents.has(contentOf(item)));
  const counts = (value: Observed) =>
    value.kind === 'number' && [events.length, events.length - 1].includes(Number(value.value));
  const isComputed = (name: string) => live.find((member) => member.name === name)?.computed === true;
  return differenceIn(live, rebuilt, (name, value) => {
    if (always.some((each) => plainName(each) === plainName(name))) return false;
    if (isEventList(name) || own.has(name) || isComputed(name)) return true;
    return value !== undefined && (holdsEvents(writtenOut(value)) || counts(value));
  });
}

function unlikeMembers(one: readonly Member[], other: readonly Member[]): string[] {
  const names = [...new Set([...one, ...other].map(({ name }) => name))];
  return names.filter((name) => contentText(valueIn(one, name)) !== contentText(valueIn(other, name)));
}

function valueIn(members: readonly Member[], name: string): Observed | undefined {
  return members.find((member) => member.name === name)?.value;
}

function contentText(value: Observed | undefined): string {
  return value === undefined ? 'null' : contentOf(value);
}
