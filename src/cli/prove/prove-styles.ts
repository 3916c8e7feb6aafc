import { availableParallelism } from 'node:os';
import { newSeed } from '../../course/draw.ts';
import type { ProofOptions } from './proof-options.ts';
import { loadProofPart, needsSources } from './proof-parts.ts';

export interface StylesOptions extends ProofOptions {
  /** How many programs of each exercise. */
  readonly count: number;
  /** These numbers of the seed's programs instead, and each is shown. */
  readonly only: readonly number[] | undefined;
}

/** Checks right programs in many styles; the exit code is 0 only when all of them pass. */
export async function proveStyles(options: StylesOptions): Promise<number> {
  const { course, print, count, only, seed = newSeed(), ...request } = options;
  const styles = await loadProofPart('styles');
  if (styles === undefined) return needsSources(print);
  const numbers = only ?? [...Array(count).keys()];
  let wanting = 0;
  for (const each of course) {
    const began = performance.now();
    const verdicts = await styles.proveStyles({ ...request, each, seed, numbers, atOnce: availableParallelism() });
    const rejected = verdicts.filter((verdict) => verdict.rejected !== undefined);
    wanting += rejected.length;
    if (only !== undefined) for (const { program } of verdicts) print(styles.filesText(program));
    for (const verdict of rejected) print(styles.rejectedText(verdict));
    print(`${each.exercise.id}: ${verdicts.length} right programs, ${rejected.length} rejected${took(began, seed)}`);
  }
  return wanting === 0 ? 0 : 1;
}

/** How many small mistakes are made in each program. */
const mutantsOfEach = 10;

/** Checks small mistakes in right programs of many styles; the exit code is 0 only when none passes without a reason. */
export async function mutateStyles(options: StylesOptions): Promise<number> {
  const { course, print, count, only, seed = newSeed(), ...request } = options;
  const styles = await loadProofPart('styles');
  if (styles === undefined) return needsSources(print);
  const numbers = only ?? [...Array(count).keys()];
  let wanting = 0;
  for (const each of course) {
    const began = performance.now();
    const atOnce = availableParallelism();
    const made = await styles.mutateStyles({ ...request, each, seed, numbers, atOnce, mutants: mutantsOfEach });
    const alive = made.filter(({ status }) => status.kind === 'survived');
    const survived = alive.filter(({ equivalent }) => equivalent === undefined);
    wanting += survived.length;
    for (const mutant of survived) print(styles.survivorText(mutant));
    const equivalent = alive.length - survived.length;
    print(
      `${each.exercise.id}: ${made.length} mutants of ${numbers.length} programs: ${made.length - alive.length} killed, ` +
        `${equivalent} equivalent, ${survived.length} survived${took(began, seed)}`,
    );
  }
  return wanting === 0 ? 0 : 1;
}

function took(began: number, seed: string): string {
  return ` (seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s)`;
}
