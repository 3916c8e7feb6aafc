import type { SourceLocation } from '../../base/source-location.ts';
import type { OpenCheckStore } from '../../course/check-store.ts';
import type { Step } from '../../course/exercise.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { SourceFiles } from '../../learner/source-files.ts';

/** A step whose check is to be stepped through, and the code that it is run on. */
export interface CheckedStep {
  readonly step: Step;
  /** Of the check that is to be stepped through; left out where any will do. */
  readonly seed?: string;
  /** The branch whose code it is, as people say it; left out for the learner's own. */
  readonly branch?: string;
  /** A fresh session on that code as it is now. Rejects where nothing may run. */
  openCode(environment?: Readonly<Record<string, string>>): Promise<OpenedCode>;
  /** For a step that stores events: a store that is forgotten afterwards. */
  readonly openStore: OpenCheckStore;
  /** Opens a line of that code; left out for the learner's own. */
  openLocation?(location: SourceLocation): void;
}

export interface OpenedCode {
  readonly session: LearnerSession;
  readonly files: SourceFiles;
}

/** `Check of 1.5: Say it with an event`, and on somebody's branch `learner/ann · check of 1.5: …`. */
export function titleOf({ step: { number, title }, branch }: Pick<CheckedStep, 'step' | 'branch'>): string {
  const name = `${/^\d/.test(number) ? number : `the ${number}`}: ${title}`;
  return branch === undefined ? `Check of ${name}` : `${branch} · check of ${name}`;
}
