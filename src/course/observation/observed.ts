import { plainName } from '../../base/names.ts';
import type { Member, Observed } from '../../learner/protocol.ts';

/**
 * Members by name, in whichever of the usual spellings the learner chose: playerOne, player_one, _playerOne. Where there are
 * several, the very name is what others ask for.
 */
export function memberNamed(members: readonly Member[], name: string): Observed | undefined {
  const wanted = plainName(name);
  const member = members.find((each) => each.name === name) ?? members.find((each) => plainName(each.name) === wanted);
  return member?.value;
}

/** Nothing there yet, said in any of the ways in which code says so. */
export function isAbsent(value: Observed | undefined): boolean {
  return value === undefined || value.kind === 'nothing';
}

/** Whether a condition takes a value for true; undefined for what isn't there, and for what has to be called first. */
export function truthOf(value: Observed | undefined): boolean | undefined {
  switch (value?.kind) {
    case undefined:
    case 'function':
      return undefined;
    case 'nothing':
      return false;
    case 'boolean':
      return value.value;
    case 'string':
      return value.value !== '';
    case 'number':
    case 'integer':
      return Number(value.value) !== 0 && value.value !== 'NaN';
    default:
      return true;
  }
}

export function stringOf(value: Observed | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** Every object inside a value, itself included, by its number. */
export function identitiesIn(value: Observed): readonly number[] {
  const own = 'identity' in value ? [value.identity] : [];
  return [...own, ...partsOf(value).flatMap(identitiesIn)];
}

function partsOf(value: Observed): readonly Observed[] {
  if (value.kind === 'list' || value.kind === 'set') return value.items;
  if (value.kind === 'map') return value.entries.flat();
  return value.kind === 'object' ? value.fields.map((field) => field.value) : [];
}

/** The items of a list or set, undefined for whatever is neither. */
export function itemsOf(value: Observed | undefined): readonly Observed[] | undefined {
  return value?.kind === 'list' || value?.kind === 'set' ? value.items : undefined;
}

/** The same value with everything that was met before in it written out again, but for what contains itself. */
export function writtenOut(value: Observed, known = new Map<number, Observed>()): Observed {
  const out = (part: Observed) => writtenOut(part, known);
  const keep = <Part extends Observed & { readonly identity: number }>(part: Part): Part => {
    known.set(part.identity, part);
    return part;
  };
  switch (value.kind) {
    case 'again':
      return known.get(value.identity) ?? value;
    case 'list':
    case 'set':
      return keep({ ...value, items: value.items.map(out) });
    case 'map':
      return keep({ ...value, entries: value.entries.map(([key, item]) => [out(key), out(item)] as const) });
    case 'object':
      return keep({ ...value, fields: value.fields.map((field) => ({ ...field, value: out(field.value) })) });
    default:
      return value;
  }
}

/** Every string inside a value, in the order in which it is written down. */
export function stringsIn(value: Observed): readonly string[] {
  switch (value.kind) {
    case 'string':
      return [value.value];
    case 'list':
    case 'set':
      return value.items.flatMap(stringsIn);
    case 'map':
      return value.entries.flatMap(([, item]) => stringsIn(item));
    case 'object':
      return value.fields.flatMap((field) => stringsIn(field.value));
    default:
      return [];
  }
}

/** All that a value shows, as one text: the same for values that cannot be told apart, whichever objects they are made of. */
export function contentOf(value: Observed): string {
  return JSON.stringify(withoutIdentities(writtenOut(value)));
}

function withoutIdentities(value: Observed): unknown {
  switch (value.kind) {
    case 'nothing':
      return null;
    case 'again':
      return { again: true };
    case 'list':
    case 'set':
      return { kind: value.kind, items: value.items.map(withoutIdentities) };
    case 'map':
      return { kind: 'map', entries: value.entries.map((entry) => entry.map(withoutIdentities)) };
    case 'object':
      return {
        className: value.className,
        fields: value.fields.map(({ name, value: inner }) => [name, withoutIdentities(inner)]),
      };
    default:
      return value;
  }
}
