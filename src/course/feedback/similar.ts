import { plainName } from '../../base/names.ts';

/** Whether one name may be the other, mistyped: two letters wrong, left out, too many or swapped, in a name of some length. */
export function isSimilar(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  const most = Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
  return a !== b && Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** How many letters have to be changed, added or taken out; two neighbours that are swapped count as two. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [at, wanted] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
