import * as v from 'valibot';
import type { GuideTold } from './guide-contract.ts';

/**
 * What the matrix of branches' host and its page say to each other. The page says `ready`, gets all
 * there is to show, and gets it again whenever branches were checked anew. Which cell is open is the
 * page's own affair.
 */
export interface MatrixMessage {
  readonly kind: 'state';
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
  /** Names the branch in every action: its place among all that were checked. */
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
  readonly told?: GuideTold;
  /** The name of the file that the diff is about: `game.ts`. */
  readonly file: string;
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const plain = <const Kind extends string>(kind: Kind) => v.strictObject({ kind: v.literal(kind) });
const ofCell = <const Kind extends string>(kind: Kind) =>
  v.strictObject({ kind: v.literal(kind), branch: place, step: place });

const matrixAction = v.variant('kind', [
  plain('ready'),
  plain('checkAgain'),
  plain('copyAsMarkdown'),
  plain('saveAs'),
  /** The branch's file beside the solution's. */
  ofCell('openDiff'),
  /** The line that is told about, as it stands on the branch. */
  ofCell('openPlace'),
  /** The step's check, run on the branch's code, in the panel. */
  ofCell('stepThroughCheck'),
]);

/** What somebody asked for on the page. `branch` and `step` count from 0. */
export type MatrixAction = v.InferOutput<typeof matrixAction>;

/** Checks a message at the border; undefined for whatever no page of ours sends. */
export function parseMatrixAction(message: unknown): MatrixAction | undefined {
  const { success, output } = v.safeParse(matrixAction, message);
  return success ? output : undefined;
}
