import { verdictWords } from '../../base/verdict-words.ts';
import type { GuideExercise, GuideState, GuideStep } from './contract.ts';

/** What a screen reader says when the guide changed; undefined when nothing happened that is worth a word. */
export function announcement(before: GuideState | undefined, after: GuideState): string | undefined {
  if (before?.kind !== 'exercise' || after.kind !== 'exercise' || before.id !== after.id) return undefined;
  if (after.checking) return before.checking ? undefined : 'Checking…';
  if (!before.checking) return undefined;
  if (after.finished !== undefined) return `All ${after.steps.length} steps passed.`;
  return judged(before, after).map(spoken).join(' ') || undefined;
}

/** The steps a check has just judged: what passed anew, and the one that is explained. */
function judged(before: GuideExercise, after: GuideExercise): readonly GuideStep[] {
  return after.steps.filter((step, at) => {
    if (step.state === 'passed') return before.steps[at]?.afterwards === undefined;
    return step.told !== undefined;
  });
}

function spoken({ label, state, told }: GuideStep): string {
  return told === undefined ? `${label} ${stateWords[state]}.` : `${label} ${stateWords[state]}: ${told.headline}`;
}

/** The states in the words every view uses. */
export const stateWords: Readonly<Record<GuideStep['state'], string>> = {
  open: 'open',
  checking: 'checking…',
  passed: verdictWords.pass,
  notYet: verdictWords.notYet,
  couldNotRun: verdictWords.couldNotRun,
};
