import type { Problem } from './state.ts';

/** A check that is stepped through: whose code it ran, what came of it, and the histories that it led to. */
export interface CheckView {
  /** `Check of 1.5: Say it with an event` */
  readonly title: string;
  /** The branch whose code it is; null for the learner's own. */
  readonly branch: string | null;
  readonly verdict: 'running' | 'pass' | 'notYet' | 'couldNotRun';
  readonly told: Problem | null;
  /** Each aggregate of the scenario, and each stream it stored. */
  readonly histories: readonly HistoryView[];
  /** Null while another future is played on from one of them. */
  readonly chosen: string | null;
  /** Where leaving it leads back to: what is in memory, or a stream's name. */
  readonly back: string;
}

export interface HistoryView {
  readonly id: string;
  readonly name: string;
  readonly of: 'aggregate' | 'stream';
  readonly events: number;
}

/** Two sequences of events side by side; `firstDivergence` is the first row where they part. */
export interface ComparisonView {
  readonly title: string;
  /** Whose events stand beside the expected ones: `yours`, or a branch. */
  readonly whose: string;
  readonly rows: readonly ComparisonRowView[];
  readonly firstDivergence: number | null;
}

export interface ComparisonRowView {
  readonly kind: 'same' | 'differs' | 'missing' | 'unexpected';
  readonly expected: EventText | null;
  readonly actual: EventText | null;
}

export interface EventText {
  readonly type: string;
  /** `differs`: the other side has another value here, or none. */
  readonly fields: readonly { readonly name: string; readonly value: string; readonly differs: boolean }[];
}
