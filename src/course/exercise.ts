import type { Language } from '../learner/language.ts';
import type { StoreSeen, Streams } from './check-store.ts';
import { Draw } from './draw.ts';
import type { Judgement } from './judgement.ts';
import { type Outcomes, Seen } from './observation/seen.ts';
import type { Scenario } from './scenario.ts';

/**
 * One exercise as its author writes it: `exercises/NN-name/exercise.ts` exports one of these as
 * its default, beside README.md, steps/ and for each language a folder of what is written in it.
 */
export interface Exercise {
  /** The folder's name: `01-start-game`. */
  readonly id: string;
  /** The branch a learner works on; the solution stands on `solutions/` + branch. */
  readonly branch: string;
  readonly title: string;
  /** What it is about, in one sentence. */
  readonly summary: string;
  /** Whether events are kept in the event store, so that there has to be one. */
  readonly storesEvents?: boolean;
  /** Whether what is handed out uses packages, which are then put where the editor finds their types. */
  readonly providesPackages?: boolean;
  /** What its texts and the files around them take for granted in files that a learner may have written in their own way. */
  readonly expects?: readonly Expected[];
  readonly steps: readonly Step[];
}

/** Something the exercise hands out, for those who go on with code of their own. */
export interface Expected {
  readonly module: string;
  /** As the course spells it: `makeMove` */
  readonly member: string;
  /** What it is for, in a sentence that holds in every language. */
  readonly what: string;
}

export interface Step extends StepText {
  /** The step with all that is drawn for one check of it; the same seed draws the same. */
  drawn(seed: string): DrawnStep;
}

/** A step as it is checked once. */
export interface DrawnStep extends StepText {
  /** What the driver does with the learner's modules to find out, by label. */
  readonly scenario: Scenario;
  /** Labels whose operation is allowed to fail; anywhere else that is told at once. */
  readonly mayThrow: readonly string[];
  /** What stands in the event store before; steps share a store, so each uses streams of its own. */
  readonly streams?: Streams;
  /** Labels after whose operations the store is looked at, as soon as they are done. */
  readonly storeAfter: readonly string[];
  readonly judge: (
    outcomes: Outcomes,
    files: ReadonlyMap<string, string>,
    language: Language,
    stored: StoreSeen,
  ) => Judgement;
}

export interface StepText {
  /** As in the instructions: `1.5`, or `bonus`. */
  readonly number: string;
  readonly title: string;
  /** From a nudge to nearly the answer; shown one at a time. */
  readonly hints: Hints;
  /** Told after a pass: what the learner just did, in event-sourcing terms. */
  readonly afterwards: string;
  /** What this step is mostly about: the module, and the member in it to jump to. */
  readonly place: { readonly module: string; readonly member?: string };
}

/** A hint that shows code has a text for each language that the exercise is written in. */
export type Hints = readonly (string | { readonly typescript: string; readonly python?: string })[];

/** The hints of a step as they are read by whoever writes this language. */
export function hintsIn({ hints }: Pick<StepText, 'hints'>, { id }: Pick<Language, 'id'>): readonly string[] {
  return hints.map((hint) => {
    if (typeof hint === 'string') return hint;
    const own = Object.entries(hint).find(([language]) => language === id)?.[1];
    if (own === undefined) throw new Error(`There is a hint without a text for ${id}.`);
    return own;
  });
}

interface StepDefinition<Label extends string, Drawn> extends StepText {
  /** What differs from check to check. */
  readonly draw: (draw: Draw) => Drawn;
  readonly scenario: (drawn: Drawn) => Scenario<Label>;
  readonly mayThrow?: readonly NoInfer<Label>[];
  readonly streams?: (drawn: Drawn) => Streams;
  readonly storeAfter?: readonly NoInfer<Label>[];
  /** Called when every operation was done and none threw but those that may. */
  readonly judge: (seen: Seen<Label>, drawn: Drawn) => Judgement;
}

/** Binds a scenario's labels to its judge, so that asking for a label that isn't there doesn't compile. */
export function step<Label extends string, Drawn>(definition: StepDefinition<Label, Drawn>): Step {
  const { draw, scenario, streams, judge, mayThrow = [], storeAfter = [], ...text } = definition;
  return {
    ...text,
    drawn: (seed) => {
      const drawn = draw(new Draw(`${seed}/${text.number}`));
      return {
        ...text,
        scenario: scenario(drawn),
        mayThrow,
        storeAfter,
        ...(streams && { streams: streams(drawn) }),
        judge: (outcomes, files, language, stored) => judge(new Seen<Label>(outcomes, files, language, stored), drawn),
      };
    },
  };
}
