import type { Missing } from '../learner/protocol.ts';
import type { Stored } from './check-store.ts';
import type { Step } from './exercise.ts';
import type { Judgement } from './judgement.ts';
import { missing, threw } from './mishaps.ts';
import { operationsOf } from './scenario.ts';
import type { Outcomes } from './seen.ts';

/** What a step's scenario came to, once every operation of it was done. Throws when an outcome is missing. */
export function judgeStep(
  step: Step,
  outcomes: Outcomes,
  files: ReadonlyMap<string, string>,
  stored: Stored,
): Judgement {
  const seen = new Map([...outcomes].map(([label, several]) => [label, several.values()]));
  for (const { label, operation } of operationsOf(step.scenario)) {
    const outcome = seen.get(label)?.next().value;
    if (outcome === undefined) throw new Error(`Step ${step.number} has no outcome for “${label}”.`);
    if (outcome.kind === 'threw' && !step.mayThrow.includes(label)) return threw(operation, outcome.thrown);
    // What isn't there yet may be just what a step is about; a missing file or class never is.
    if (outcome.kind === 'missing' && !(isOfTheGame(outcome.what) && step.mayThrow.includes(label)))
      return missing(outcome.what, files);
  }
  return step.judge(outcomes, files, stored);
}

function isOfTheGame({ what }: Missing): boolean {
  return what === 'member' || what === 'kept';
}
