import type { Json } from '../../base/json.ts';
import { textOf } from '../../course/observed.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import { type Leaf, leafOf, quoted } from '../../timeline/leaf.ts';

const deepest = 3;
const mostLeaves = 200;

/** The readable bits of what was seen of somebody's object, each with its path. */
export function leavesOfMembers(members: readonly Member[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (const { name, value } of members) collect(value, name, 0, leaves);
  return leaves;
}

function collect(value: Observed, path: string, depth: number, into: Leaf[]): void {
  if (into.length >= mostLeaves || value.kind === 'function') return;
  const fields = depth < deepest ? fieldsOf(value) : undefined;
  if (fields === undefined || fields.length === 0) into.push(leaf(value, path));
  else for (const { name, value: field } of fields) collect(field, `${path}.${name}`, depth + 1, into);
}

/** The fields of an object, or the entries of a map with keys that can be read. */
export function fieldsOf(value: Observed): readonly Member[] | undefined {
  if (value.kind === 'object') return value.fields.filter((field) => field.value.kind !== 'function');
  if (value.kind !== 'map') return undefined;
  return value.entries.map(([key, item]) => ({ name: key.kind === 'string' ? key.value : textOf(key), value: item }));
}

function leaf(value: Observed, path: string): Leaf {
  switch (value.kind) {
    case 'undefined':
    case 'null':
      return leafOf(path, value.kind, 'absent');
    case 'string':
      return leafOf(path, quoted(value.value), 'text');
    case 'number':
    case 'bigint':
      return leafOf(path, value.value, 'number');
    case 'boolean':
      return leafOf(path, String(value.value), 'flag');
    case 'list':
    case 'set':
      return leafOf(path, `[${value.items.map(itemText).join(', ')}]`, 'list');
    default:
      return leafOf(path, textOf(value), 'other');
  }
}

function itemText(item: Observed): string {
  return item.kind === 'string' ? item.value : textOf(item);
}

/** What was seen, as plain data; what JSON has no word for is left out. */
export function jsonOf(value: Observed): Json | undefined {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
    case 'bigint':
    case 'date':
      return value.value;
    case 'number':
      return Number.isFinite(Number(value.value)) ? Number(value.value) : value.value;
    case 'list':
    case 'set':
      return value.items.map((item) => jsonOf(item) ?? null);
    case 'object':
    case 'map':
      return jsonOfMembers(fieldsOf(value) ?? []);
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
