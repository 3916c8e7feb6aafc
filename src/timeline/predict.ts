import { diff } from './diff.ts';
import type { FieldValue } from './field-value.ts';

/** How a guess at what a step changes turned out. */
export interface Judged {
  readonly right: readonly string[];
  /** Changed, and nobody said so. */
  readonly missed: readonly string[];
  /** Said to change, and did not. */
  readonly wrong: readonly string[];
}

/** The fields to guess among: `address.city` and `address.street` are one, the address. */
export function fieldsToGuess(before: readonly FieldValue[], now: readonly FieldValue[]): readonly string[] {
  return unique(diff(before, now).map(({ path }) => topOf(path)));
}

export function judgeGuess(
  guess: readonly string[],
  before: readonly FieldValue[],
  now: readonly FieldValue[],
): Judged {
  const changes = diff(before, now).filter(({ change }) => change !== 'same');
  const changed = unique(changes.map(({ path }) => topOf(path)));
  return {
    right: changed.filter((field) => guess.includes(field)),
    missed: changed.filter((field) => !guess.includes(field)),
    wrong: unique(guess).filter((field) => !changed.includes(field)),
  };
}

function topOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
