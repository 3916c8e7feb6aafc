import * as v from 'valibot';
import type { Feedback } from '../guide/contract.ts';

/**
 * What the matrix of branches' host and its page say to each other. The page says `ready`, gets all
 * there is to show, and gets it again whenever branches were checked anew or there is news of following them. Which cell is open is the
 * page's own affair.
 */
export interface ToPage {
  readonly type: 'state';
  readonly state: MatrixState;
}

export interface MatrixState {
  /** `5 branches: 1 passed, 4 not yet` */
  readonly summary: string;
  /** While the same branches are being checked again. */
  readonly checking: boolean;
  readonly following: FollowingState;
  /** What an instructor looks for first. */
  readonly attention: Attention;
  readonly sections: readonly MatrixSection[];
  readonly unchecked: readonly { readonly label: string; readonly sentence: string }[];
}

export type FollowingState =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      /** `every minute` */
      readonly interval: string;
      readonly busy: boolean;
      /** `Fetching…`, `Checking 3 branches…`, `Next fetch 10:43:05` */
      readonly now: string;
      /** `Last fetch 10:42:05: 3 branches had changed` */
      readonly last?: string;
      /** What was in the way of the last fetch, and what to do about it. */
      readonly problem?: string;
    };

export interface Attention {
  /** Undefined where nobody follows, so that nobody has seen how long anything took. */
  readonly long?: LongAtStep;
  readonly common?: CommonMistake;
}

export interface LongAtStep {
  /** From when on it was seen, and what counts as long. */
  readonly seen: string;
  readonly learners: readonly LearnerAtStep[];
  /** How many more there are than are listed. */
  readonly more: number;
}

export interface LearnerAtStep extends CellName {
  /** `learner/ann` */
  readonly who: string;
  /** `1.5` */
  readonly label: string;
  /** `since 10:02`, `since before 10:00` */
  readonly time: string;
}

/** The mistake that most have. */
export interface CommonMistake {
  /** `1.5` */
  readonly label: string;
  /** Text that may hold `code` in backticks. */
  readonly headline: string;
  /** `4 of the 9 who are not through` */
  readonly count: string;
  readonly learners: readonly (CellName & { readonly who: string })[];
}

/** Names a cell in every message. */
export interface CellName {
  /** The ref of its branch, which stays the same when others come and go. */
  readonly branch: string;
  /** Counts from 0. */
  readonly step: number;
}

/** The branches of one exercise, which share their columns. */
export interface MatrixSection {
  readonly title: string;
  readonly steps: readonly { readonly label: string; readonly title: string }[];
  readonly rows: readonly MatrixLine[];
}

export interface MatrixLine {
  /** Its ref, which names the branch in every message. */
  readonly branch: string;
  /** The branch's name in two parts: whose it is, and the exercise's part, which the table's title tells already. */
  readonly name: { readonly own: string; readonly shared: string };
  /** `Ann, 4 of 6 passed` */
  readonly note: string;
  readonly cells: readonly MatrixCell[];
}

export type MatrixVerdict = 'pass' | 'notYet' | 'couldNotRun';

export interface MatrixCell {
  readonly verdict: MatrixVerdict;
  /** Not yet as well, but behind a step that is to be mended first. */
  readonly waiting: boolean;
  /** What is told about a verdict that is no pass. */
  readonly told?: Feedback;
  /** The name of the file that the diff is about: `game.ts`. */
  readonly file: string;
}

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const ref = v.pipe(v.string(), v.startsWith('refs/'), v.maxLength(4_000));
const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });
const ofCell = <const Type extends string>(type: Type) =>
  v.strictObject({ type: v.literal(type), branch: ref, step: index });

export const fromPageSchema = v.variant('type', [
  plain('ready'),
  plain('checkAgain'),
  plain('copyAsMarkdown'),
  plain('saveAs'),
  /** The branch's file beside the solution's. */
  ofCell('openDiff'),
  /** The line that is told about, as it stands on the branch. */
  ofCell('openLocation'),
  /** The step's check, run on the branch's code, in the panel. */
  ofCell('stepThroughCheck'),
  /** The same for somebody who stays here and only looks there. */
  ofCell('showGame'),
  plain('follow'),
  plain('stopFollowing'),
]);

/** What somebody asked for on the page. */
export type FromPage = v.InferOutput<typeof fromPageSchema>;
