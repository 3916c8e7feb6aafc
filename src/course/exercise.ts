import type { Stored, Streams } from './check-store.ts';
import type { Judgement } from './judgement.ts';
import type { Scenario } from './scenario.ts';
import { type Outcomes, Seen } from './seen.ts';

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

export interface Step extends StepText {
  /** What the driver does with the learner's modules to find out, by label. */
  readonly scenario: Scenario;
  /** Labels whose operation is allowed to throw; anywhere else a throw is told at once. */
  readonly mayThrow: readonly string[];
  /** What stands in the event store before; steps share a store, so each uses streams of its own. */
  readonly streams?: Streams;
  readonly judge: (outcomes: Outcomes, files: ReadonlyMap<string, string>, stored: Stored) => Judgement;
}

export interface StepText {
  /** As in the instructions: `1.5`, or `bonus`. */
  readonly number: string;
  readonly title: string;
  /** From a nudge to nearly the answer; shown one at a time. */
  readonly hints: readonly string[];
  /** Told after a pass: what the learner just did, in event-sourcing terms. */
  readonly afterwards: string;
  /** The learner's file this step is mostly about, and the member in it to jump to. */
  readonly place: { readonly file: string; readonly member?: string };
}

interface StepDefinition<Label extends string> extends StepText {
  readonly scenario: Scenario<Label>;
  readonly mayThrow?: readonly NoInfer<Label>[];
  readonly streams?: Streams;
  /** Called when every operation was done and none threw but those that may. */
  readonly judge: (seen: Seen<Label>) => Judgement;
}

/** Binds a scenario's labels to its judge, so that asking for a label that isn't there doesn't compile. */
export function step<Label extends string>(definition: StepDefinition<Label>): Step {
  return {
    ...definition,
    mayThrow: definition.mayThrow ?? [],
    judge: (outcomes, files, stored) => definition.judge(new Seen<Label>(outcomes, files, stored)),
  };
}
