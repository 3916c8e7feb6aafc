import type { Run } from '../learner/learner-code.ts';
import type { Operation } from '../learner/protocol.ts';
import type { Judgement } from './judgement.ts';

/**
 * One exercise as its author writes it: `exercises/NN-name/exercise.ts` exports one of these as
 * its default, beside README.md and the folders given/, solution/, mistakes/ and alternatives/.
 */
export interface Exercise {
  /** The folder's name: `01-start-game`. */
  readonly id: string;
  /** The branch a learner works on; the solution stands on `solutions/` + branch. */
  readonly branch: string;
  readonly title: string;
  /** What it is about, in one sentence. */
  readonly summary: string;
  readonly steps: readonly Step[];
}

export interface Step {
  /** As in the instructions: `1.5`, or `bonus`. */
  readonly number: string;
  readonly title: string;
  /** What the driver does with the learner's modules to find out. */
  readonly scenario: readonly Operation[];
  /** Looks at what was seen, and at the source only to point at a line. */
  readonly judge: (seen: Seen) => Judgement;
  /** From a nudge to nearly the answer; shown one at a time. */
  readonly hints: readonly string[];
  /** Told after a pass: what the learner just did, in event-sourcing terms. */
  readonly afterwards: string;
  /** The learner's file this step is mostly about, and the member in it to jump to. */
  readonly place: { readonly file: string; readonly member?: string };
}

/** Everything a judge may look at. */
export interface Seen {
  readonly run: Run;
  readonly files: ReadonlyMap<string, string>;
}
