import type { Member, Observed } from '../learner/protocol.ts';

/**
 * Members by name, in whichever of the usual spellings the learner chose: playerOne, player_one, _playerOne. Where there are
 * several, the very name is what others ask for.
 */
export function memberNamed(members: readonly Member[], name: string): Observed | undefined {
  const wanted = spelling(name);
  const member = members.find((each) => each.name === name) ?? members.find((each) => spelling(each.name) === wanted);
  return member?.value;
}

/** Underscores and case aside, which is all that habits of spelling differ in. */
export function spelling(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Nothing there yet, said in any of the ways in which code says so. */
export function isAbsent(value: Observed | undefined): boolean {
  return value === undefined || value.kind === 'undefined' || value.kind === 'null';
}

export function stringOf(value: Observed | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
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

/** A value as the learner would write it in their code. */
export function textOf(value: Observed): string {
  switch (value.kind) {
    case 'undefined':
    case 'null':
      return value.kind;
    case 'string':
      return JSON.stringify(value.value);
    case 'boolean':
      return String(value.value);
    case 'number':
    case 'symbol':
    case 'date':
      return value.value;
    case 'bigint':
      return `${value.value}n`;
    case 'function':
      return `${value.name || 'function'}()`;
    case 'list':
      return `[${value.items.map(textOf).join(', ')}]`;
    case 'set':
      return `Set(${value.items.map(textOf).join(', ')})`;
    case 'map':
      return `Map(${value.entries.map(([key, item]) => `${textOf(key)} → ${textOf(item)}`).join(', ')})`;
    case 'object':
      return objectText(value.className, value.fields);
    case 'again':
      return '…';
    case 'unreadable':
      return `(reading it threw: ${value.message})`;
    case 'cut':
      return `(${value.reason})`;
  }
}

function objectText(className: string, fields: readonly Member[]): string {
  const inner = fields.map((field) => `${field.name}: ${textOf(field.value)}`).join(', ');
  const name = className === 'Object' || className === '' ? '' : `${className} `;
  return inner === '' ? `${name}{}` : `${name}{ ${inner} }`;
}
