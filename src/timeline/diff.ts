import type { FieldValue } from './field-value.ts';

/** A field of the state as it is now, and what it was one stop earlier where that differs. */
export interface FieldChange {
  readonly path: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly now: FieldValue | undefined;
  readonly before: FieldValue | undefined;
}

/**
 * Every field of `now` in its own order, then those that are gone. A field that was absent
 * (`undefined`, `null`) and has a value now counts as changed, not as added.
 */
export function diff(before: readonly FieldValue[], now: readonly FieldValue[]): readonly FieldChange[] {
  const earlier = new Map(before.map((field) => [field.path, field]));
  const changes: FieldChange[] = now.map((field) => {
    const old = earlier.get(field.path);
    earlier.delete(field.path);
    if (old === undefined) return { path: field.path, change: 'added', now: field, before: undefined };
    const change = old.text === field.text && old.kind === field.kind ? 'same' : 'changed';
    return { path: field.path, change, now: field, before: old };
  });
  for (const gone of earlier.values())
    changes.push({ path: gone.path, change: 'removed', now: undefined, before: gone });
  return changes;
}

/** Only the fields that differ; empty when both sides say the same. */
export function differences(left: readonly FieldValue[], right: readonly FieldValue[]): readonly FieldChange[] {
  return diff(left, right).filter(({ change }) => change !== 'same');
}
