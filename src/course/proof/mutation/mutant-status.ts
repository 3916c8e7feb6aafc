import type { Judgement } from '../../judgement.ts';
import { type ExerciseReport, firstOpenStep } from '../../report.ts';

/** What the checks of an exercise made of a mutant, in the words of mutation testing. */
export type MutantStatus =
  /** A check told it, at a step and by a mistake's name. */
  | { readonly kind: 'killed'; readonly step: string; readonly mistake: string }
  /** It could not even be run; a learner would see that too. */
  | { readonly kind: 'couldNotRun'; readonly step: string; readonly problem: string }
  /** It passed every step. */
  | { readonly kind: 'survived' };

export function statusOf(report: ExerciseReport): MutantStatus {
  const open = firstOpenStep(report);
  if (open === undefined) return { kind: 'survived' };
  const { number: step, judgement } = open;
  switch (judgement.verdict) {
    case 'pass':
      return { kind: 'survived' };
    case 'notYet':
      return { kind: 'killed', step, mistake: judgement.mistake };
    case 'couldNotRun':
      return { kind: 'couldNotRun', step, problem: problemOf(judgement) };
  }
}

/** @throws when it says something about this machine and nothing about the mutant. */
function problemOf({ problem, told }: Judgement & { readonly verdict: 'couldNotRun' }): string {
  if (problem.kind === 'noChild' || problem.kind === 'noStore') throw new Error(`${told.headline} ${told.why}`);
  return problem.kind;
}
