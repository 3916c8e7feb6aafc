import { getFrom, isArray, isSame, setOn, textOf } from './primordials.ts';

const foreign = 'put here by the check';

/** Tries to change a value from outside; true when the value would not have it. */
export function tamperWith(value: unknown, field: string | undefined): boolean {
  if (typeof value !== 'object' || value === null) return true;
  try {
    if (field !== undefined) return !overwritten(value, field);
    if (isArray(value)) return !overwritten(value, textOf(value.length));
    return !overwritten(value, 'putHereByTheCheck');
  } catch {
    return true;
  }
}

/** An assignment as the learner's own code would do it. */
function overwritten(owner: object, field: string): boolean {
  return setOn(owner, field, foreign) && isSame(getFrom(owner, field), foreign);
}
