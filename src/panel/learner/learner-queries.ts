import type { SourceLocation } from '../../base/source-location.ts';
import { couldNotRun, missing, stoppedDuring } from '../../course/feedback/failure-messages.ts';
import type { AggregateCode } from '../../domain/aggregate.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Member, Operation, Outcome, Thrown } from '../../learner/protocol.ts';
import type { Problem } from '../../pages/panel/state.ts';
import type { Failure } from '../../timeline/entry.ts';

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
      return {
        kind: 'problem',
        problem: problemOf(stoppedDuring(run.stopped, operations[run.during], session.language).told),
      };
    case 'couldNotRun':
      return { kind: 'problem', problem: problemOf(couldNotRun(run.problem, session.language).told) };
  }
}

export function problemOf(told: {
  readonly headline: string;
  readonly why: string;
  readonly at?: SourceLocation;
}): Problem {
  return { headline: plainText(told.headline), why: plainText(told.why), location: locationOf(told.at) ?? null };
}

/** The panel shows text and nothing but text, so the backticks around code go. */
function plainText(text: string): string {
  return text.replaceAll('`', '');
}

export function locationOf(frame: SourceLocation | undefined): SourceLocation | undefined {
  return frame === undefined ? undefined : { file: frame.file, line: frame.line, column: frame.column };
}

export function failureOf({ name, message, frames }: Thrown): Failure {
  const location = locationOf(frames[0]);
  return location === undefined ? { name, message } : { name, message, location };
}

/** What nobody decided to throw, or what is no refusal since it is no error. */
export function isSlip({ isError, deliberate }: Thrown): boolean {
  return !isError || !deliberate;
}

export function membersOf(outcome: Outcome | undefined): readonly Member[] {
  return outcome?.kind === 'read' ? outcome.members : [];
}

/** What kept an aggregate from being made. */
export function creationProblem(
  code: AggregateCode,
  created: Outcome | undefined,
  language: Language,
): Problem | undefined {
  if (created?.kind === 'missing') return problemOf(missing(created.what, new Map(), language).told);
  if (created?.kind !== 'threw') return undefined;
  const { name, message, location } = failureOf(created.thrown);
  return {
    headline: `new ${code.name}() threw ${name}: ${message}`,
    why: 'Without it there is nothing to show.',
    location: location ?? null,
  };
}

export function nothingSeen({ name }: AggregateCode): Problem {
  return {
    headline: `Your ${name} could not be looked at.`,
    why: 'Save the file again; if that does not help, check the step and see what it says.',
    location: null,
  };
}
