import type { SourceLocation } from '../base/source-location.ts';
import type { CouldNotRun } from '../learner/learner-code.ts';

/** The three verdicts. There is no fourth, and “failed” is none of them. */
export type Judgement = Passed | NotYet | CouldNotRunJudgement;

export interface Passed {
  readonly verdict: 'pass';
}

export interface NotYet {
  readonly verdict: 'notYet';
  /** Which named mistake this is; each has wrong solutions in mistakes.ts that must be told exactly this. */
  readonly mistake: string;
  readonly told: Told;
}

export interface CouldNotRunJudgement {
  readonly verdict: 'couldNotRun';
  readonly problem:
    | CouldNotRun
    | { readonly kind: 'noSuchExport'; readonly module: string; readonly name: string }
    /** The exercise needs an event store to check against, or the package to talk to it, and there is none. */
    | { readonly kind: 'noStore'; readonly message: string };
  readonly told: Told;
}

/** What a learner is told about a verdict. Markdown-free text; `code` in backticks is the one exception. */
export interface Told {
  /** One sentence: what their code did. */
  readonly headline: string;
  /** One or two sentences: what was expected, and why it matters. */
  readonly why: string;
  /** Expected against actual events, when events are what differs. */
  readonly comparison?: Comparison;
  /** The guilty line. */
  readonly at?: SourceLocation;
}

/** Two sequences of events laid side by side; `firstDivergence` is the first row that is not `same`. */
export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly firstDivergence: number | undefined;
}

export type ComparisonRow =
  | { readonly kind: 'same'; readonly expected: EventText; readonly actual: EventText }
  | {
      readonly kind: 'differs';
      readonly expected: EventText;
      readonly actual: EventText;
      readonly fields: readonly FieldDifference[];
    }
  | { readonly kind: 'missing'; readonly expected: EventText }
  | { readonly kind: 'unexpected'; readonly actual: EventText };

/** An event as shown: its type and its fields as text. */
export interface EventText {
  readonly type: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export interface FieldDifference {
  readonly name: string;
  /** Undefined where that side has no such field. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}
