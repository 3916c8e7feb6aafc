import { inParallel } from '../../branches/in-parallel.ts';
import { Draw } from '../../draw.ts';
import { type Checks, checkMutant, checkProgram } from '../mutation/check-mutant.ts';
import type { MutantStatus } from '../mutation/mutant-status.ts';
import type { Mutant } from '../mutation/mutants.ts';
import { mutantsOfFiles } from '../mutation/mutate.ts';
import { equivalentReason } from './equivalents.ts';
import type { StylesRequest } from './prove-styles.ts';
import { type StyleProgram, stylePrograms } from './style-programs.ts';

export interface StyleMutationRequest extends StylesRequest {
  /** How many mutants of each program are tried, drawn from all there are. */
  readonly mutants: number;
}

export interface StyleMutant {
  readonly program: StyleProgram;
  readonly mutant: Mutant;
  readonly status: MutantStatus;
  /** Why it may live; undefined where nothing speaks for it. */
  readonly equivalent: string | undefined;
}

/** Makes small mistakes in right programs of many styles. A program that does not pass itself is left out. */
export async function mutateStyles(request: StyleMutationRequest): Promise<StyleMutant[]> {
  const { each, exercisesFolder, seed, numbers, atOnce, mutants } = request;
  const { exercise } = each;
  const programs = await stylePrograms(exercisesFolder, exercise.id, seed, numbers);
  const tried = await inParallel(programs, atOnce, async (program): Promise<StyleMutant[]> => {
    const checks: Checks = { ...request, exercise, seed: program.seed };
    if ((await checkProgram(checks, program.files)).kind !== 'survived') return [];
    return inParallel(drawMutants(program, mutants), 1, async (mutant) => ({
      program,
      mutant,
      status: await checkMutant(checks, new Map([...program.files, [mutant.file, mutant.text]])),
      equivalent: equivalentReason(mutant, exercise.id),
    }));
  });
  return tried.flat();
}

function drawMutants({ seed, files, own }: StyleProgram, count: number): Mutant[] {
  const written = new Map([...files].filter(([path]) => own.includes(path)));
  return new Draw(`mutants of ${seed}`).shuffled(mutantsOfFiles(written)).slice(0, count);
}
