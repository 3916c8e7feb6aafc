import { assertNever } from '../../base/errors.ts';
import type { StepProgress } from '../../course/progress.ts';

/** `1.5` stays as it is, `bonus` becomes `Bonus`. */
export function labelOf(number: string): string {
  return number.charAt(0).toUpperCase() + number.slice(1);
}

/** Which step a command is about: named by its number, or by the tree's own item. */
export function stepNumber(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted;
  if (typeof wanted !== 'object' || wanted === null || !('step' in wanted)) return undefined;
  const { step } = wanted;
  return typeof step === 'object' && step !== null && 'number' in step ? String(step.number) : undefined;
}

export function stepStateText(progress: StepProgress | undefined): string {
  if (progress?.checking) return 'checking';
  const verdict = progress?.judgement?.verdict;
  switch (verdict) {
    case undefined:
      return 'open';
    case 'pass':
      return 'passed';
    case 'notYet':
      return 'not yet';
    case 'couldNotRun':
      return 'couldn’t run';
    default:
      return assertNever(verdict);
  }
}
