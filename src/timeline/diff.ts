import type { Leaf } from './leaf.ts';

/** A field of the state as it is now, and what it was one stop earlier where that differs. */
export interface FieldChange {
  readonly path: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly now: Leaf | undefined;
  readonly before: Leaf | undefined;
}

/**
 * Every field of `now` in its own order, then those that are gone. A field that was absent
 * (`undefined`, `null`) and has a value now counts as changed, not as added.
 */
export function diff(before: readonly Leaf[], now: readonly Leaf[]): readonly FieldChange[] {
  const earlier = new Map(before.map((leaf) => [leaf.path, leaf]));
  const changes: FieldChange[] = now.map((leaf) => {
    const old = earlier.get(leaf.path);
    earlier.delete(leaf.path);
    if (old === undefined) return { path: leaf.path, change: 'added', now: leaf, before: undefined };
    const change = old.text === leaf.text && old.kind === leaf.kind ? 'same' : 'changed';
    return { path: leaf.path, change, now: leaf, before: old };
  });
  for (const gone of earlier.values())
    changes.push({ path: gone.path, change: 'removed', now: undefined, before: gone });
  return changes;
}

/** Only the fields that differ; empty when both sides say the same. */
export function differences(left: readonly Leaf[], right: readonly Leaf[]): readonly FieldChange[] {
  return diff(left, right).filter(({ change }) => change !== 'same');
}
