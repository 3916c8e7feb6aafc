import * as v from 'valibot';
import type { Feedback } from '../guide/contract.ts';

/**
 * What the matrix of branches' host and its page say to each other. The page says `ready`, gets all
 * there is to show, and gets it again whenever branches were checked anew. Which cell is open is the
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
  readonly sections: readonly MatrixSection[];
  readonly unchecked: readonly { readonly label: string; readonly sentence: string }[];
}

/** The branches of one exercise, which share their columns. */
export interface MatrixSection {
  readonly title: string;
  readonly steps: readonly { readonly label: string; readonly title: string }[];
  readonly rows: readonly MatrixLine[];
}

export interface MatrixLine {
  /** Names the branch in every message: its place among all that were checked. */
  readonly branch: number;
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
const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });
const ofCell = <const Type extends string>(type: Type) =>
  v.strictObject({ type: v.literal(type), branch: index, step: index });

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
]);

/** What somebody asked for on the page. `branch` and `step` count from 0. */
export type FromPage = v.InferOutput<typeof fromPageSchema>;
