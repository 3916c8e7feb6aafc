import * as v from 'valibot';
import { isBelowWorkspace } from './links.ts';

/**
 * What the guide's host and its page say to each other.
 *
 * The host owns all state. The page says `ready`, gets the whole state, and gets the whole state
 * again with every change; all it ever sends is what the learner asked for. A message is told by its
 * `type`, a state by its `kind`.
 */
export type ToPage =
  | { readonly type: 'state'; readonly state: GuideState }
  /** Brings a step into view, for somebody who asked for it outside of the page. */
  | { readonly type: 'reveal'; readonly step: string };

export type GuideState =
  | { readonly kind: 'loading' }
  /** No exercise here. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly headline: string; readonly remedy: string }
  | GuideExercise;

export interface GuideExercise {
  readonly kind: 'exercise';
  readonly id: string;
  /** The place in the course: exercise `number` of `total`. */
  readonly number: number;
  readonly total: number;
  readonly title: string;
  readonly summary: string;
  readonly intro: { readonly html: Html; readonly opened: boolean };
  /** False where nothing may run before the learner trusts the workspace. */
  readonly trusted: boolean;
  readonly checking: boolean;
  /** The step the learner is at. */
  readonly current: string;
  /** What became of the tutorial's steps before the first one here. */
  readonly before?: string;
  /** Where the learner is, when that is not their own work. */
  readonly elsewhere?: string;
  readonly steps: readonly GuideStep[];
  readonly passed: number;
  /** Set once every step has passed. */
  readonly finished?: { readonly nextExercise?: string };
}

/** HTML from the host's own renderer, safe to put in as it is. */
export type Html = string;

export type StepState = 'open' | 'checking' | 'passed' | 'notYet' | 'couldNotRun';

export interface GuideStep {
  /** Names the step in every message. */
  readonly number: string;
  /** What is printed in front of the title: `1.5` or `Bonus`. */
  readonly label: string;
  readonly title: string;
  readonly state: StepState;
  /** Unfolded unless the learner folds it. */
  readonly opened: boolean;
  readonly html: Html;
  /** Where in the learner's code this step is mostly at. */
  readonly place: { readonly link: string; readonly text: string };
  readonly hints: { readonly revealed: readonly Html[]; readonly total: number };
  /** What is told about a verdict that is no pass; while a check runs, what the last one told. */
  readonly told?: Feedback;
  /** Told after a pass. */
  readonly afterwards?: Html;
  /** `ask`: one more press opens it, and the page says so first. */
  readonly compare: 'notOffered' | 'ask' | 'offered';
  /** The step to go on with after this one passed. */
  readonly next?: { readonly number: string; readonly label: string; readonly title: string };
}

/** Text may hold `code` in backticks; it is no HTML. */
export interface Feedback {
  readonly headline: string;
  readonly why: string;
  /** Whether the learner's code ran, so that there is something to step through. */
  readonly ran: boolean;
  readonly rows: readonly GuideRow[];
  readonly at?: SourceLocation;
}

/** A place in the learner's code; line and column from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As shown: `game.ts:14`. */
  readonly text: string;
  /** What the line says. */
  readonly source?: string;
}

/** A row of expected against actual events. `index` counts events from 0, as their revisions will. */
export type GuideRow =
  | { readonly kind: 'same'; readonly index: number; readonly expected: GuideEvent; readonly actual: GuideEvent }
  | {
      readonly kind: 'differs';
      readonly index: number;
      readonly first: boolean;
      readonly expected: GuideEvent;
      readonly actual: GuideEvent;
    }
  | { readonly kind: 'missing'; readonly index: number; readonly first: boolean; readonly expected: GuideEvent }
  | { readonly kind: 'unexpected'; readonly index: number; readonly first: boolean; readonly actual: GuideEvent }
  /** Rows left out: `alike` before the first difference, or the rest of a long sequence. */
  | { readonly kind: 'folded'; readonly count: number; readonly alike: boolean };

export interface GuideEvent {
  readonly type: string;
  /** The type itself is what differs. */
  readonly typeDiffers: boolean;
  readonly fields: readonly GuideField[];
}

export interface GuideField {
  readonly name: string;
  /** Undefined where this side lacks the field. */
  readonly value: string | undefined;
  readonly differs: boolean;
}

const step = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const lineOrColumn = v.pipe(v.number(), v.integer(), v.minValue(1));
const file = v.pipe(v.string(), v.maxLength(1_000), v.check(isBelowWorkspace));
const ofStep = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type), step });
const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });

export const fromPageSchema = v.variant('type', [
  plain('ready'),
  ofStep('check'),
  plain('checkAll'),
  ofStep('revealHint'),
  ofStep('compareWithSolution'),
  plain('showInPanel'),
  ofStep('stepThroughCheck'),
  /** The learner turned to a step: it becomes the current one. */
  ofStep('goToStep'),
  v.strictObject({ type: v.literal('openLink'), link: v.pipe(v.string(), v.maxLength(2_000)) }),
  v.strictObject({ type: v.literal('openLocation'), file, line: lineOrColumn, column: lineOrColumn }),
  plain('nextExercise'),
  /** To the next exercise with the learner's own code instead of the solution. */
  plain('bringMySolutionAlong'),
  /** From wherever else, back to the learner's own work on this exercise. */
  plain('returnToExercise'),
  plain('startTutorial'),
  plain('trust'),
]);

/** What the learner asked for on the page. */
export type FromPage = v.InferOutput<typeof fromPageSchema>;
