import type { Json } from '../base/json.ts';

/**
 * One readable bit of a value: the path to it (`address.city`) and its text. States and payloads are
 * lists of these, so that any aggregate of any language can be shown and compared field by field.
 */
export interface FieldValue {
  readonly path: string;
  readonly text: string;
  readonly kind: FieldKind;
}

export type FieldKind = 'absent' | 'text' | 'number' | 'flag' | 'list' | 'other';

/** Longest text of one field; what is longer is cut, so that no payload can flood the page. */
const longestText = 400;
/** How deep objects are opened before they become one text. */
const deepest = 3;
/** Most fields of one value. */
const mostFields = 200;

export function fieldValue(path: string, text: string, kind: FieldKind): FieldValue {
  return { path: cut(path, 120), text: cut(text, longestText), kind };
}

/** The fields of plain data; an object's fields become paths, a list stays one text. */
export function fieldValues(value: Json, path = ''): readonly FieldValue[] {
  const fields: FieldValue[] = [];
  collect(value, path, 0, fields);
  return fields;
}

function collect(value: Json, path: string, depth: number, into: FieldValue[]): void {
  if (into.length >= mostFields) return;
  if (value === null) into.push(fieldValue(path, 'null', 'absent'));
  else if (typeof value === 'string') into.push(fieldValue(path, quoted(value), 'text'));
  else if (typeof value === 'number') into.push(fieldValue(path, String(value), 'number'));
  else if (typeof value === 'boolean') into.push(fieldValue(path, String(value), 'flag'));
  else if (isList(value)) into.push(fieldValue(path, listText(value), 'list'));
  else collectFields(value, path, depth, into);
}

function collectFields(value: { readonly [key: string]: Json }, path: string, depth: number, into: FieldValue[]): void {
  const fields = Object.entries(value);
  if (fields.length === 0) into.push(fieldValue(path, '{}', 'other'));
  else if (depth >= deepest) into.push(fieldValue(path, `{ ${fields.length} fields }`, 'other'));
  else for (const [key, field] of fields) collect(field, path === '' ? key : `${path}.${key}`, depth + 1, into);
}

function listText(items: readonly Json[]): string {
  const shown = items.slice(0, 60).map((item) => (typeof item === 'object' ? inline(item) : String(item)));
  return `[${shown.join(', ')}${items.length > shown.length ? ', …' : ''}]`;
}

function inline(value: Json): string {
  if (value === null) return 'null';
  return isList(value)
    ? `[${value.length}]`
    : `{${Object.keys(value as object)
        .slice(0, 4)
        .join(', ')}}`;
}

export function quoted(text: string): string {
  return text.length > longestText - 40 ? cut(`"${text}"`, longestText - 40) : `"${text}"`;
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
