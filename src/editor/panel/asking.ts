import { couldNotRun, missing, stoppedDuring } from '../../course/mishaps.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Frame, Member, Operation, Outcome, Thrown } from '../../learner/protocol.ts';
import type { Problem } from '../../panel/contract.ts';
import type { Failure, Place } from '../../timeline/entry.ts';

/** What became of some operations: what each showed, or the one thing that kept them from being done. */
export type Answer =
  | { readonly kind: 'answered'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

export async function ask(session: LearnerSession, operations: readonly Operation[]): Promise<Answer> {
  const run = await session.perform(operations);
  switch (run.kind) {
    case 'completed':
      return { kind: 'answered', outcomes: run.observations.map(({ outcome }) => outcome) };
    case 'stopped':
      return { kind: 'problem', problem: problemOf(stoppedDuring(run.stopped, operations[run.during]).told) };
    case 'couldNotRun':
      return { kind: 'problem', problem: problemOf(couldNotRun(run.problem).told) };
  }
}

export function problemOf(told: { readonly headline: string; readonly why: string; readonly at?: Frame }): Problem {
  return { headline: plainText(told.headline), why: plainText(told.why), place: placeOf(told.at) ?? null };
}

/** The panel shows text and nothing but text, so the backticks around code go. */
function plainText(text: string): string {
  return text.replaceAll('`', '');
}

export function placeOf(frame: Frame | undefined): Place | undefined {
  return frame === undefined ? undefined : { file: frame.file, line: frame.line, column: frame.column };
}

export function failureOf({ name, message, frames }: Thrown): Failure {
  const place = placeOf(frames[0]);
  return place === undefined ? { name, message } : { name, message, place };
}

/** The runtime's own errors: nobody decided to throw those. */
export function isSlip({ name, isError }: Thrown): boolean {
  return !isError || ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'].includes(name);
}

export function membersOf(outcome: Outcome | undefined): readonly Member[] {
  return outcome?.kind === 'read' ? outcome.members : [];
}

/** What kept a `Game` from being made. */
export function creationProblem(created: Outcome | undefined): Problem | undefined {
  if (created?.kind === 'missing') return problemOf(missing(created.what, new Map()).told);
  if (created?.kind !== 'threw') return undefined;
  const { name, message, place } = failureOf(created.thrown);
  return {
    headline: `new Game() threw ${name}: ${message}`,
    why: 'Without a game there is nothing to show.',
    place: place ?? null,
  };
}

export const nothingSeen: Problem = {
  headline: 'Your Game could not be looked at.',
  why: 'Save the file again; if that does not help, check the step and see what it says.',
  place: null,
};
