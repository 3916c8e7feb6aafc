import type { Told } from '../../../course/judgement.ts';
import { stepLabel } from '../../../course/step-label.ts';
import type { Checked } from '../course-state.ts';
import { firstToMend } from '../judged-steps.ts';

/** What is told about a step, for wherever only plain text is shown: the line itself, a list, a terminal. */
export function plainTold({ headline, why }: Told): { readonly headline: string; readonly why: string } {
  return { headline: plain(headline), why: plain(why) };
}

/** Text that may hold `code` in backticks, without them. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** A check in one line: what is to be mended, or else what is next. */
export function outcomeText({ exercise: { exercise }, judged }: Checked): string {
  const toMend = firstToMend(judged);
  if (toMend !== undefined) return plainTold(toMend[1].told).headline;
  const next = exercise.steps.find(({ number }) => judged.get(number) === undefined);
  return next === undefined
    ? '$(pass-filled) Every step of this exercise has passed.'
    : `$(pass-filled) Passed. Next is ${stepLabel(next.number)}, ${next.title}.`;
}
