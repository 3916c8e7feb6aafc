import type { FieldValue } from './field-value.ts';

/**
 * The same fields, made of the very ones of the state before wherever they say the same: an event changes little, and a
 * hundred thousand states in a row are to be kept.
 */
export function sharedFields(now: readonly FieldValue[], before: readonly FieldValue[]): readonly FieldValue[] {
  const shared = now.map((field, index) => {
    const old = before[index];
    return old?.path === field.path && old.text === field.text && old.kind === field.kind ? old : field;
  });
  return sameItems(shared, before) ? before : shared;
}

export function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
