import type { CheckedRow } from '../../course/branches/matrix.ts';
import type { MatrixLine } from '../../pages/matrix/contract.ts';

/** Whose a branch is, and the exercise's part of its name. */
export function nameParts({ branch: { label }, exercise }: CheckedRow): MatrixLine['name'] {
  const shared = `/${exercise.branch}`;
  return label.endsWith(shared) ? { own: label.slice(0, -shared.length), shared } : { own: label, shared: '' };
}
