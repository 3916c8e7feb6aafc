import type { Frame } from '../learner/protocol.ts';
import { compareEvents } from './comparison.ts';
import type { EventText, NotYet, Passed, Told } from './judgement.ts';
import { type SeenEvent, toEventText } from './seen-event.ts';
import { findCode, findMember, frameAt } from './source.ts';

export const passed: Passed = { verdict: 'pass' };

/** A mistake's name is that of its folder below the exercise's mistakes/, words joined by hyphens. */
export function notYet(mistake: string, told: Told): NotYet {
  return { verdict: 'notYet', mistake, told };
}

/** `makeMove` → `make-move`, for the mistakes that are named after something in code. */
export function hyphened(camelCase: string): string {
  return camelCase.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Adds the expected events beside the actual ones to what is told. */
export function withComparison(told: Told, expected: readonly EventText[], actual: readonly SeenEvent[]): Told {
  return { ...told, comparison: compareEvents(expected, actual.map(toEventText)) };
}

type Files = ReadonlyMap<string, string>;

/**
 * Points at a line: the pattern inside the member, else the member, else the first line of the
 * file. Says nothing when there is no such file.
 */
export function lineOf(files: Files, file: string, member?: string, pattern?: RegExp): { at?: Frame } {
  const text = files.get(file);
  if (text === undefined) return {};
  const span = member === undefined ? undefined : findMember(text, member);
  const inside = pattern && (member === undefined || span) ? findCode(text, pattern, span) : undefined;
  const offset = inside ?? span?.start ?? findCode(text, /\bclass\s+\w+/) ?? 0;
  return { at: frameAt(file, text, offset) };
}

/** Whether a pattern stands in the code of a member; strings and comments don't count. */
export function memberContains(files: Files, file: string, member: string, pattern: RegExp): boolean {
  const text = files.get(file);
  const span = text === undefined ? undefined : findMember(text, member);
  return text !== undefined && span !== undefined && findCode(text, pattern, span) !== undefined;
}
