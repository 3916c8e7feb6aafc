import type { Json } from '../../base/json.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import { observedText } from '../../learner/typescript/observed-text.ts';
import { type FieldValue, fieldValue, quoted } from '../../timeline/field-value.ts';

const deepest = 3;
const mostFields = 200;

/** The readable bits of what was seen of somebody's object, each with its path. */
export function fieldsOfMembers(members: readonly Member[]): readonly FieldValue[] {
  const fields: FieldValue[] = [];
  for (const { name, value } of members) collect(value, name, 0, fields);
  return fields;
}

function collect(value: Observed, path: string, depth: number, into: FieldValue[]): void {
  if (into.length >= mostFields || value.kind === 'function') return;
  const fields = depth < deepest ? membersIn(value) : undefined;
  if (fields === undefined || fields.length === 0) into.push(field(value, path));
  else for (const { name, value: field } of fields) collect(field, `${path}.${name}`, depth + 1, into);
}

/** The fields of an object, or the entries of a map with keys that can be read. */
export function membersIn(value: Observed): readonly Member[] | undefined {
  if (value.kind === 'object') return value.fields.filter((field) => field.value.kind !== 'function');
  if (value.kind !== 'map') return undefined;
  return value.entries.map(([key, item]) => ({
    name: key.kind === 'string' ? key.value : observedText(key),
    value: item,
  }));
}

function field(value: Observed, path: string): FieldValue {
  switch (value.kind) {
    case 'nothing':
      return fieldValue(path, value.written, 'absent');
    case 'string':
      return fieldValue(path, quoted(value.value), 'text');
    case 'number':
    case 'integer':
      return fieldValue(path, value.value, 'number');
    case 'boolean':
      return fieldValue(path, String(value.value), 'flag');
    case 'list':
    case 'set':
      return fieldValue(path, `[${value.items.map(itemText).join(', ')}]`, 'list');
    default:
      return fieldValue(path, observedText(value), 'other');
  }
}

function itemText(item: Observed): string {
  return item.kind === 'string' ? item.value : observedText(item);
}

/** What was seen, as plain data; what JSON has no word for is left out. */
export function jsonOf(value: Observed): Json | undefined {
  switch (value.kind) {
    case 'nothing':
      return null;
    case 'boolean':
    case 'string':
    case 'integer':
    case 'date':
      return value.value;
    case 'number':
      return Number.isFinite(Number(value.value)) ? Number(value.value) : value.value;
    case 'list':
    case 'set':
      return value.items.map((item) => jsonOf(item) ?? null);
    case 'object':
    case 'map':
      return jsonOfMembers(membersIn(value) ?? []);
    default:
      return undefined;
  }
}

export function jsonOfMembers(members: readonly Member[]): { readonly [key: string]: Json } {
  return Object.fromEntries(
    members.flatMap(({ name, value }) => {
      const json = jsonOf(value);
      return json === undefined ? [] : [[name, json] as const];
    }),
  );
}
