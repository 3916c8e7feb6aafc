import type { Judgement } from './judgement.ts';

/** What a check of one exercise came to, step by step in their order. */
export interface ExerciseReport {
  readonly exercise: string;
  /** What names, games and all else was drawn from. */
  readonly seed: string;
  readonly steps: readonly StepReport[];
  /** From the request to the last verdict, in milliseconds. */
  readonly took: number;
}

export interface StepReport {
  readonly number: string;
  readonly title: string;
  readonly judgement: Judgement;
}

export type Verdict = Judgement['verdict'];

/** The verdict on the whole: passed only when every step is; what could not run outweighs what is not yet. */
export function verdictOf({ steps }: ExerciseReport): Verdict {
  if (steps.some(({ judgement }) => judgement.verdict === 'couldNotRun')) return 'couldNotRun';
  return steps.every(({ judgement }) => judgement.verdict === 'pass') ? 'pass' : 'notYet';
}

/** The step to explain: the first one that has not passed. */
export function firstOpenStep({ steps }: ExerciseReport): StepReport | undefined {
  return steps.find(({ judgement }) => judgement.verdict !== 'pass');
}
