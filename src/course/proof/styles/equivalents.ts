import type { Mutant } from '../mutation/mutants.ts';

/** Mutants of right programs that do the same, or differ in what an exercise leaves open; and why that is so. */
interface Equivalents {
  readonly why: string;
  readonly are: (mutant: Mutant) => boolean;
}

const equivalents: readonly Equivalents[] = [];

export function equivalentReason(mutant: Mutant): string | undefined {
  return equivalents.find(({ are }) => are(mutant))?.why;
}
