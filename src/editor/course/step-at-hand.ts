import type { ExerciseProgress } from '../../course/progress.ts';

interface Numbered {
  readonly number: string;
}

/** The first step that has not passed; undefined when all have. */
export function firstOpen<S extends Numbered>(steps: readonly S[], progress: ExerciseProgress): S | undefined {
  return steps.find(({ number }) => progress.get(number)?.judgement?.verdict !== 'pass');
}

/** The step the learner turned to, else the first that has not passed, else the last. */
export function stepAtHand<S extends Numbered>(
  steps: readonly S[],
  progress: ExerciseProgress,
  turnedTo?: string,
): S | undefined {
  return steps.find(({ number }) => number === turnedTo) ?? firstOpen(steps, progress) ?? steps.at(-1);
}
