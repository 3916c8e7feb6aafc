import type { Branch } from '../../git/branches.ts';
import type { Choice } from '../choose.ts';
import type { MatrixRow } from '../matrix.ts';

/** Which branches are followed. */
export interface Selection {
  /** The refs that somebody picked. */
  readonly picked: ReadonlySet<string>;
  /** The refs that were suggested to them, and that they left out. */
  readonly leftOut: ReadonlySet<string>;
}

export function selectionOf(choices: readonly Choice[], branches: readonly Branch[]): Selection {
  const picked = new Set(branches.map(({ ref }) => ref));
  const suggested = choices.filter((choice) => choice.suggested).map(({ branch }) => branch.ref);
  return { picked, leftOut: new Set(suggested.filter((ref) => !picked.has(ref))) };
}

/** What was picked, as far as it is still there, and whatever somebody's work has come onto since. */
export function followedBranches(choices: readonly Choice[], { picked, leftOut }: Selection): Branch[] {
  return choices
    .filter(({ branch: { ref }, suggested }) => picked.has(ref) || (suggested && !leftOut.has(ref)))
    .map(({ branch }) => branch);
}

/** What is to be checked, and the rows that need not be, by ref. */
export interface Changes {
  readonly changed: readonly Branch[];
  readonly kept: ReadonlyMap<string, MatrixRow>;
}

/** A commit that brings no other files, such as one with a better message, changes nothing. */
export function changesSince(rows: readonly MatrixRow[], branches: readonly Branch[]): Changes {
  const before = new Map(rows.filter(isAboutItsFiles).map((row) => [row.branch.ref, row]));
  const kept = new Map<string, MatrixRow>();
  for (const branch of branches) {
    const row = before.get(branch.ref);
    if (row?.branch.tree === branch.tree) kept.set(branch.ref, { ...row, branch });
  }
  return { changed: branches.filter(({ ref }) => !kept.has(ref)), kept };
}

/** The rows of these branches, in their order. */
export function mergedRows(
  branches: readonly Branch[],
  kept: Changes['kept'],
  checked: readonly MatrixRow[],
): MatrixRow[] {
  const rows = new Map([...kept, ...checked.map((row) => [row.branch.ref, row] as const)]);
  return branches.flatMap(({ ref }) => rows.get(ref) ?? []);
}

/** Another check of the same files would come to the same; where the machine was to blame it may not. */
function isAboutItsFiles(row: MatrixRow): boolean {
  if (row.kind === 'unchecked') return row.problem === 'noExercise' || row.problem === 'nothingToCheck';
  return row.report.steps.every(({ judgement }) => {
    if (judgement.verdict !== 'couldNotRun') return true;
    return judgement.problem.kind !== 'noChild' && judgement.problem.kind !== 'noStore';
  });
}
