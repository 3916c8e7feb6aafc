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

type Styles = NonNullable<Awaited<ReturnType<typeof loadProofPart<'styles'>>>>;
type StylesRequest = Parameters<Styles['proveStyles']>[0];

/** What came of one exercise: how many programs are to be looked at, and the rest of its line. */
interface Proved {
  readonly wanting: number;
  readonly line: string;
}

/** Checks right programs in many styles; the exit code is 0 only when all of them pass. */
export function proveStyles(options: StylesOptions): Promise<number> {
  const { print, only } = options;
  return eachExercise(options, async (styles, request) => {
    const verdicts = await styles.proveStyles(request);
    const rejected = verdicts.filter((verdict) => verdict.rejected !== undefined);
    if (only !== undefined) for (const { program } of verdicts) print(styles.filesText(program));
    for (const verdict of rejected) print(styles.rejectedText(verdict));
    return { wanting: rejected.length, line: `${verdicts.length} right programs, ${rejected.length} rejected` };
  });
}

/** How many small mistakes are made in each program. */
const mutantsOfEach = 10;

/** Checks small mistakes in right programs of many styles; the exit code is 0 only when none passes without a reason. */
export function mutateStyles(options: StylesOptions): Promise<number> {
  return eachExercise(options, async (styles, request) => {
    const made = await styles.mutateStyles({ ...request, mutants: mutantsOfEach });
    const alive = made.filter(({ status }) => status.kind === 'survived');
    const survived = alive.filter(({ equivalent }) => equivalent === undefined);
    for (const mutant of survived) options.print(styles.survivorText(mutant));
    const line =
      `${made.length} mutants of ${request.numbers.length} programs: ${made.length - alive.length} killed, ` +
      `${alive.length - survived.length} equivalent, ${survived.length} survived`;
    return { wanting: survived.length, line };
  });
}

/** Says of each exercise what came of it, how long it took, and by which seed it can be had again. */
async function eachExercise(
  { course, print, count, only, seed = newSeed(), ...shared }: StylesOptions,
  prove: (styles: Styles, request: StylesRequest) => Promise<Proved>,
): Promise<number> {
  const styles = await loadProofPart('styles');
  if (styles === undefined) return needsSources(print);
  const request = { ...shared, seed, numbers: only ?? [...Array(count).keys()], atOnce: availableParallelism() };
  let wanting = 0;
  for (const each of course) {
    const began = performance.now();
    const proved = await prove(styles, { ...request, each });
    wanting += proved.wanting;
    const took = Math.round((performance.now() - began) / 1000);
    print(`${each.exercise.id}: ${proved.line} (seed ${seed}, ${took} s)`);
  }
  return wanting === 0 ? 0 : 1;
}
