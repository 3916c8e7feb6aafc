import type { CodePlace, Words } from '../../learner/language.ts';
import type { Thrown } from '../../learner/protocol.ts';
import type { EventText, NotYet, Passed, Told } from '../judgement.ts';
import type { Seen, Where } from '../observation/seen.ts';
import { type SeenEvent, toEventText } from '../observation/seen-event.ts';
import { compareEvents } from './comparison.ts';

export const passed: Passed = { verdict: 'pass' };

/** A mistake's name is that of its entry in the exercise's mistakes.ts, words joined by hyphens. */
export function notYet(mistake: string, told: Told): NotYet {
  return { verdict: 'notYet', mistake, told };
}

/** `makeMove` → `make-move`, for the mistakes that are named after something in code. */
export function hyphened(camelCase: string): string {
  return camelCase.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Adds the expected events beside the actual ones to what is told. */
export function withComparison(
  told: Told,
  expected: readonly EventText[],
  actual: readonly SeenEvent[],
  words: Words,
): Told {
  const seen = actual.map((event) => toEventText(event, words));
  return { ...told, comparison: compareEvents(expected, seen) };
}

/** Where something was thrown; where that is no line of the learner's, the first of these places. */
export function thrownAt(seen: Pick<Seen, 'at'>, { frames: [at] }: Thrown, ...places: readonly CodePlace[]): Where {
  return at === undefined ? seen.at(...places) : { at };
}

/** Told texts have code between backticks; this is the text for wherever nothing is rendered. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}

/** `Ada, Grace and Linus` */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? 'nothing';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
