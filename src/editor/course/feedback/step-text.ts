import { verdictWords } from '../../../base/verdict-words.ts';
import type { StepProgress } from '../../../course/progress.ts';

/** `1.5` stays as it is, `bonus` becomes `Bonus`. */
export function labelOf(number: string): string {
  return number.charAt(0).toUpperCase() + number.slice(1);
}

export function stepStateText(progress: StepProgress | undefined): string {
  if (progress?.checking) return 'checking';
  const verdict = progress?.judgement?.verdict;
  return verdict === undefined ? 'open' : verdictWords[verdict];
}
