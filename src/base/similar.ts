import { plainName } from './names.ts';

/** Whether one name may be the other, mistyped: a letter or two wrong, left out, too many or swapped, in a name of some length. */
export function isSimilar(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  const most = Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
  return a !== b && Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** How many letters have to be changed, added, taken out or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [at, wanted] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === wanted ? 0 : 1);
      const added = Math.min(row[at + 1] ?? 0, next[at] ?? 0) + 1;
      const isSwapped = at > 0 && line > 0 && letter === other[at - 1] && wanted === one[line - 1];
      const swapped = isSwapped ? (before[at - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(changed, added, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
