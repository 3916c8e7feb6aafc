import { equivalentsFile } from './equivalents.ts';
import type { Judged, MutationReport } from './mutate.ts';

/** How many of an exercise's mutants came to which end. */
export interface Counts {
  readonly mutants: number;
  readonly notYet: number;
  readonly couldNotRun: number;
  readonly equivalent: number;
  readonly survived: number;
}

export function countsOf({ judged }: MutationReport): Counts {
  const alive = judged.filter(({ fate }) => fate.kind === 'survived');
  const equivalent = alive.filter(isExplained).length;
  return {
    mutants: judged.length,
    notYet: judged.filter(({ fate }) => fate.kind === 'notYet').length,
    couldNotRun: judged.filter(({ fate }) => fate.kind === 'couldNotRun').length,
    equivalent,
    survived: alive.length - equivalent,
  };
}

export function countsText({ mutants, notYet, couldNotRun, equivalent, survived }: Counts): string {
  return `${mutants} mutants: ${notYet} not yet, ${couldNotRun} couldn’t run, ${equivalent} equivalent, ${survived} survived`;
}

/** Which step told how many of them. */
export function stepsText({ judged }: MutationReport): string {
  const steps = Map.groupBy(judged, ({ fate }) => (fate.kind === 'survived' ? undefined : fate.step));
  return [...steps]
    .flatMap(([step, told]) => (step === undefined ? [] : [`${step} told ${told.length}`]))
    .sort()
    .join(', ');
}

/** What keeps a run from being good, with what to do about it; empty when it is. */
export function wantingIn(report: MutationReport): string[] {
  const { exercise, judged, stale } = report;
  const list = `exercises/${exercise}/${equivalentsFile}`;
  return [
    ...judged
      .filter((each) => each.fate.kind === 'survived' && !isExplained(each))
      .map((each) => survivor(exercise, each)),
    ...judged
      .filter((each) => each.fate.kind !== 'survived' && isExplained(each))
      .map(({ mutant }) => `✗ ${list} lists what the checks tell: take it out\n${diffOf(mutant)}`),
    ...stale.map((listed) => `✗ ${list} lists what no mutant is: mend or take it out\n${diffOf(listed)}`),
  ];
}

function survivor(exercise: string, { mutant }: Judged): string {
  const { file, line, operator, occurrence } = mutant;
  const which = occurrence === 1 ? '' : `, occurrence ${occurrence}`;
  return `✗ exercises/${exercise}/solution/${file}:${line} passes every step (${operator}${which})\n${diffOf(mutant)}`;
}

function isExplained({ equivalent }: Judged): boolean {
  return equivalent !== undefined;
}

function diffOf({ was, becomes }: { readonly was: string; readonly becomes: string }): string {
  return `    - ${was}\n    + ${becomes}`;
}
