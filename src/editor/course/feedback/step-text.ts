import { verdictWords } from '../../../base/verdict-words.ts';
import type { StepProgress } from '../../../course/progress.ts';

export function stepStateText(progress: StepProgress | undefined): string {
  if (progress?.checking) return 'checking';
  const verdict = progress?.judgement?.verdict;
  return verdict === undefined ? 'open' : verdictWords[verdict];
}
