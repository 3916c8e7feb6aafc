import { plainName } from '../../base/names.ts';
import type { Words } from '../../learner/language.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import type { EventText } from '../judgement.ts';
import { contentOf, memberNamed, stringOf, stringsIn } from './observed.ts';

/** An event as the learner made it, whatever its shape. */
export interface SeenEvent {
  /** What it is most likely called; empty when nothing tells. */
  readonly type: string;
  /** Every text by which it may be told from events of another kind, the most usual first. */
  readonly names: readonly string[];
  /** What tells it apart where that has no name to be seen, as a member of an enum. */
  readonly code: string | undefined;
  /** The members that say more. */
  readonly fields: readonly Member[];
  /** The whole of it. */
  readonly value: Observed;
  /** The same number means the very same object. */
  readonly identity: number | undefined;
}

/** Members that usually say of which kind an event is. */
const typeFields = ['type', 'eventtype', '$type', 'kind', 'tag', 'event', 'name'];

/**
 * The kind of an event is told by a field such as `type`, by its class, or by the first thing in a list. Data kept under
 * `data` or `payload`, as event stores have it, counts as the event's own fields.
 */
export function toSeenEvent(value: Observed): SeenEvent {
  const members = partsOf(value);
  const byField = typeFields.flatMap((name) => members.filter((each) => plainName(each.name) === name));
  const told = byField.find((each) => textIn(each.value) !== '');
  const names = [...byField.slice(0, 1).map((each) => textIn(each.value)), classOf(value)]
    .concat(byField.slice(1).map((each) => textIn(each.value)))
    .concat(value.kind === 'list' || value.kind === 'string' ? [textIn(value)] : [])
    .concat(members.flatMap((each) => nestedNames(each)));
  const known = names.filter((name) => name !== '');
  const own = told !== undefined && textIn(told.value) === known[0] ? told : undefined;
  return {
    type: known[0] ?? '',
    names: known,
    code: codeIn(byField),
    fields: members
      .filter((each) => each !== own && !(value.kind === 'list' && textIn(each.value) === known[0]))
      .flatMap(unwrapData),
    value,
    identity: 'identity' in value ? value.identity : undefined,
  };
}

/** Whether an event is called so, however it is spelled: `GameStarted`, `GAME_STARTED`, `game.started`, `GameStartedEvent`. */
export function isCalled({ names, code, type }: SeenEvent, name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return names.some((each) => plain(each).includes(plain(name))) || (code !== undefined && type === '');
}

export function fieldOf(event: SeenEvent, name: string): Observed | undefined {
  return memberNamed(event.fields, name);
}

export function stringsOf(event: SeenEvent): readonly string[] {
  return event.fields.flatMap(({ value }) => stringsIn(value));
}

export function toEventText({ type, fields }: SeenEvent, words: Words): EventText {
  return { type: type || 'event', fields: fields.map(({ name, value }) => ({ name, value: words.observed(value) })) };
}

/** What is in a value, by name; items of a list by their place. */
function partsOf(value: Observed): readonly Member[] {
  if (value.kind === 'object') return value.fields;
  if (value.kind === 'list') return value.items.map((item, at) => ({ name: String(at), value: item }));
  if (value.kind !== 'map') return [];
  return value.entries.map(([key, item]) => ({ name: stringOf(key) ?? '', value: item }));
}

/** The text of what a type is said with; empty when it has none. */
function textIn(value: Observed): string {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'other') return /\((?:.*\.)?(.*)\)$/.exec(value.written)?.[1] ?? '';
  if (value.kind === 'list') return value.items[0]?.kind === 'string' ? value.items[0].value : '';
  return value.kind === 'function' ? value.name : '';
}

function codeIn(byField: readonly Member[]): string | undefined {
  const coded = byField.find(({ value }) => ['number', 'integer', 'other'].includes(value.kind));
  return coded && contentOf(coded.value);
}

function classOf(value: Observed): string {
  return value.kind === 'object' && value.className !== 'Object' ? value.className : '';
}

/** An envelope may say it inside: `{ meta: { type: … }, data: … }`. */
function nestedNames({ value }: Member): readonly string[] {
  if (value.kind !== 'object') return [];
  const told = value.fields.filter(({ name }) => typeFields.includes(plainName(name)));
  return [classOf(value), ...told.map((each) => textIn(each.value))];
}

function unwrapData(field: Member): readonly Member[] {
  const wraps = ['data', 'payload'].includes(field.name) && field.value.kind === 'object';
  return wraps && field.value.kind === 'object' ? field.value.fields : [field];
}
