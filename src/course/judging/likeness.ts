import type { Observed } from '../../learner/protocol.ts';
import { contentOf, writtenOut } from '../observation/observed.ts';
import type { SeenEvent } from '../observation/seen-event.ts';

/** What an event says, by the path on which it says it: `players.one` → `"Ada"`. */
export type Said = ReadonlyMap<string, string>;

export function saidBy({ value }: SeenEvent): Said {
  return new Map(leavesOf(writtenOut(value), ''));
}

/**
 * Which of an event's facts are about what happened: those that two events of the very same happening share. What differs
 * between these, such as an id or a time, is about the recording.
 */
export function factsOf(event: SeenEvent, twin: SeenEvent): Said {
  const other = saidBy(twin);
  return new Map([...saidBy(event)].filter(([path, text]) => other.get(path) === text));
}

/** Whether an event of something else differs from these facts in any of them, or says more of what happened. */
export function tellsApart(facts: Said, event: SeenEvent, twin: SeenEvent): boolean {
  const said = saidBy(event);
  const known = saidBy(twin);
  const differs = [...facts].some(([path, text]) => said.get(path) !== text);
  return differs || [...said.keys()].some((path) => !known.has(path));
}

/** Every text in a value, and the path on which it stands. */
export function textsIn(value: Observed, path = ''): readonly (readonly [path: string, text: string])[] {
  const inside = (name: string, part: Observed) => textsIn(part, path === '' ? name : `${path}.${name}`);
  switch (value.kind) {
    case 'string':
      return [[path, value.value]];
    case 'list':
    case 'set':
      return value.items.flatMap((item, at) => inside(String(at), item));
    case 'map':
      return value.entries.flatMap(([key, item]) => inside(key.kind === 'string' ? key.value : '', item));
    case 'object':
      return value.fields.flatMap((field) => inside(field.name, field.value));
    default:
      return [];
  }
}

function leavesOf(value: Observed, path: string): (readonly [string, string])[] {
  const inside = (name: string, part: Observed) => leavesOf(part, path === '' ? name : `${path}.${name}`);
  switch (value.kind) {
    case 'object':
      return [[`${path}:class`, value.className], ...value.fields.flatMap((field) => inside(field.name, field.value))];
    case 'list':
    case 'set':
      return [
        [`${path}:length`, String(value.items.length)],
        ...value.items.flatMap((item, at) => inside(String(at), item)),
      ];
    case 'map':
      return value.entries.flatMap(([key, item]) => inside(contentOf(key), item));
    case 'function':
      return [];
    default:
      return [[path, contentOf(value)]];
  }
}
