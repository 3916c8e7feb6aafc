import type { Language } from '../learner/language.ts';
import type { Missing } from '../learner/protocol.ts';
import type { StoreSeen } from './check-store.ts';
import type { DrawnStep } from './exercise.ts';
import { missing, threw } from './feedback/failure-messages.ts';
import type { Judgement } from './judgement.ts';
import type { Outcomes } from './observation/seen.ts';
import { operationsOf } from './scenario.ts';

/** What a step's scenario came to, once every operation of it was done. Throws when an outcome is missing. */
export function judgeStep(
  step: DrawnStep,
  outcomes: Outcomes,
  files: ReadonlyMap<string, string>,
  language: Language,
  stored: StoreSeen,
): Judgement {
  const seen = new Map([...outcomes].map(([label, several]) => [label, several.values()]));
  for (const { label, operation } of operationsOf(step.scenario)) {
    const outcome = seen.get(label)?.next().value;
    if (outcome === undefined) throw new Error(`Step ${step.number} has no outcome for “${label}”.`);
    if (outcome.kind === 'threw' && !step.mayThrow.includes(label)) return threw(operation, outcome.thrown, language);
    // What isn't there yet may be just what a step is about; a missing file or class never is.
    if (outcome.kind === 'missing' && !(isOfTheGame(outcome.what) && step.mayThrow.includes(label)))
      return missing(outcome.what, files, language);
  }
  return step.judge(outcomes, files, language, stored);
}

function isOfTheGame({ what }: Missing): boolean {
  return what === 'member' || what === 'kept';
}
