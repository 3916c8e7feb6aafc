import type { Node } from '@babel/types';

/** Puts `text` in the place of what stands from `start` up to `end`, counted in characters from 0. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to change a program: edits that do not overlap. */
export type Change = readonly Edit[];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every node of a parsed file has a place; only one that was made by hand has none. */
export function spanOf({ type, start, end }: Node): Span {
  if (typeof start !== 'number' || typeof end !== 'number') throw new Error(`A ${type} without a place was met.`);
  return { start, end };
}

export function textOf(node: Node, source: string): string {
  const { start, end } = spanOf(node);
  return source.slice(start, end);
}

export function replaced(node: Node, text: string): Change {
  return [{ ...spanOf(node), text }];
}

/** Each takes the other's place; what stands between them stays. */
export function swapped(one: Node, other: Node, source: string): Change {
  return [...replaced(one, textOf(other, source)), ...replaced(other, textOf(one, source))];
}

/** Takes an item out of a list together with the comma that would be left over. */
export function withoutItem(items: readonly Node[], index: number): Change {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (item === undefined) return [];
  const { start, end } = spanOf(item);
  if (after !== undefined) return [{ start, end: spanOf(after).start, text: '' }];
  return [{ start: before === undefined ? start : spanOf(before).end, end, text: '' }];
}

/** Changes an operator that stands between two nodes. */
export function between(left: Node, right: Node, operator: string, text: string, source: string): Change {
  const start = source.indexOf(operator, spanOf(left).end);
  if (start < 0 || start >= spanOf(right).start) throw new Error(`No ${operator} stands where it was parsed.`);
  return [{ start, end: start + operator.length, text }];
}

export function applyChange(source: string, change: Change): string {
  let changed = source;
  for (const { start, end, text } of change.toSorted((one, other) => other.start - one.start)) {
    changed = changed.slice(0, start) + text + changed.slice(end);
  }
  return changed;
}
