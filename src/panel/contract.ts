import * as v from 'valibot';
import type { Column } from '../domain/board.ts';
import type { Lane, Place } from '../timeline/entry.ts';
import type { Leaf } from '../timeline/leaf.ts';

/**
 * What the panel's page and the extension host say to each other. The host owns all state: the
 * page says `ready` and gets a whole snapshot, then patches that replace whole parts of it. Rows
 * of the timeline come in windows, for a stream may have a hundred thousand.
 */
export type HostMessage =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'patch'; readonly patch: Partial<Showing> }
  | { readonly type: 'rows'; readonly window: RowWindow };

/** What there is to see, as a whole. */
export type Snapshot =
  | { readonly kind: 'loading'; readonly what: string }
  | { readonly kind: 'nothingYet' }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'broken'; readonly problem: Problem }
  | { readonly kind: 'disconnected'; readonly reason: string }
  | Showing;

export interface Showing {
  readonly kind: 'showing';
  readonly subject: Subject;
  readonly choices: ChoicesView;
  readonly drive: Drive;
  readonly cursor: CursorView;
  readonly window: RowWindow;
  readonly state: StateView;
  readonly otherFuture: OtherFuture | null;
  /** The check whose scenario is looked at; null for whatever is the learner's own doing. */
  readonly check: CheckView | null;
  /** What that check expected beside what there was, where events are what differs. */
  readonly comparison: ComparisonView | null;
  /** Null while nobody wants to guess. */
  readonly prediction: PredictionView | null;
  /** In the way of the learner's code right now; what was seen before stays on screen. */
  readonly problem: Problem | null;
  readonly notice: Notice | null;
  /** Read out by a screen reader when it changes. */
  readonly announcement: string;
}

/** Told with what happened first, then why it matters or what to do. */
export interface Problem {
  readonly headline: string;
  readonly why: string;
  /** Where; a click opens it. */
  readonly place: Place | null;
}

/** A passing remark, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly actions: readonly NoticeAction[];
}
export type NoticeAction = 'returnToNow' | 'fork' | 'reload' | 'newGame' | 'openCode';

/** Whose events these are. */
export interface Subject {
  readonly kind: 'game' | 'stream' | 'check';
  readonly title: string;
  /** How many events (not rows). */
  readonly events: number;
  readonly following: boolean;
}

/** What else can be looked at. */
export interface ChoicesView {
  readonly store: 'none' | 'open' | 'lost';
  /** Newest first, and not all of them where there are very many. */
  readonly streams: readonly { readonly name: string; readonly events: number }[];
  /** Null is the game in memory. */
  readonly chosen: string | null;
  readonly followNewest: boolean;
}

/** After a fork: the history that was left behind, side by side with the one that is played on. */
export interface OtherFuture {
  readonly title: string;
  /** Revision of the last event that both have; null when they part before the first. */
  readonly sharedUpTo: string | null;
  /** What happened there and not here; the latest where there is much. */
  readonly rows: readonly Row[];
  readonly board: BoardView | null;
  readonly result: string | null;
}

/** A check that is stepped through: whose code it ran, what came of it, and the histories that it led to. */
export interface CheckView {
  /** `Check of 1.5: Say it with an event` */
  readonly title: string;
  /** The branch whose code it is; null for the learner's own. */
  readonly branch: string | null;
  readonly verdict: 'running' | 'pass' | 'notYet' | 'couldNotRun';
  readonly told: Problem | null;
  /** Each game of the scenario, and each stream it stored. */
  readonly tales: readonly TaleView[];
  /** Null while another future is played on from one of them. */
  readonly chosen: string | null;
  /** Where leaving it leads back to: `your game`, or a stream's name. */
  readonly back: string;
}

export interface TaleView {
  readonly id: string;
  readonly name: string;
  readonly of: 'game' | 'stream';
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

/** Guess what a step changes before it is taken. */
export type PredictionView =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'asking'; readonly next: Row; readonly fields: readonly string[] }
  | {
      readonly kind: 'told';
      readonly right: readonly string[];
      readonly missed: readonly string[];
      readonly wrong: readonly string[];
    };

/** What can be asked of the aggregate, and why not where it cannot. */
export interface Drive {
  readonly start: Possibility;
  readonly move: Possibility;
  /** As of now: somebody plays. All names below are those of the cursor, and may be nobody’s there yet. */
  readonly started: boolean;
  readonly playerOne: string | null;
  readonly playerTwo: string | null;
  readonly nextPlayer: string | null;
  readonly result: string | null;
  /** A command is on its way. */
  readonly busy: boolean;
  /** Who plays for player two. */
  readonly opponent: Opponent;
  /** Its commands were given by a check, and nobody gives it any here. */
  readonly scripted: boolean;
}

export type Opponent = 'friend' | Strength;
export type Strength = 'easy' | 'medium' | 'strong';

export type Possibility = { readonly kind: 'possible' } | { readonly kind: 'not'; readonly why: string };

export interface CursorView {
  /** From 0, before anything happened, to `stops`, now. */
  readonly stop: number;
  readonly stops: number;
  /** Revision of the last event up to here; null before the first. */
  readonly revision: string | null;
  /** Revision of the last event there is. */
  readonly lastRevision: string | null;
  readonly playing: boolean;
}

/** Some of the rows; row 0 is “before anything happened”, and row n is the n-th thing that did happen. */
export interface RowWindow {
  readonly total: number;
  readonly first: number;
  readonly rows: readonly Row[];
}

export type Row = BeforeRow | EventRow | RefusedRow | SilentRow;

export interface BeforeRow {
  readonly kind: 'before';
}

export interface EventRow {
  readonly kind: 'event';
  readonly revision: string;
  readonly lane: Lane;
  /** The first event of its lane, where that is worth a heading: nothing is stored yet, or from here on no longer. */
  readonly startsLane: boolean;
  readonly type: string;
  readonly summary: string;
  readonly fields: readonly Leaf[];
  readonly command: string | null;
  /** Left out of the fold: what if it had never happened? */
  readonly skipped: boolean;
  /** Applying this event threw. */
  readonly failure: Problem | null;
}

export interface RefusedRow {
  readonly kind: 'refused';
  readonly command: string;
  readonly name: string;
  readonly message: string;
  readonly slip: boolean;
  readonly left: 'nothing' | 'changedState' | 'recorded';
  readonly place: Place | null;
}

export interface SilentRow {
  readonly kind: 'silent';
  readonly command: string;
  readonly changedState: boolean;
  /** How many events a call that stores has stored; null for a command. */
  readonly stored: number | null;
}

/** The aggregate at the cursor. */
export interface StateView {
  readonly fields: readonly FieldView[];
  readonly board: BoardView | null;
  readonly foldedBy: FoldedBy;
  /** Where the learner's own fold cannot be had: why. */
  readonly own: Possibility;
  /** Why the reference folds this moment although the learner's own fold was asked for. */
  readonly standIn: string | null;
  /** The fold stopped before the cursor; shown is the last good state. */
  readonly stuck: Problem | null;
  readonly parity: ParityView;
}

export type FoldedBy = 'own' | 'reference';

export type ParityView =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly fields: readonly ParityField[] }
  | { readonly kind: 'unknown'; readonly why: string };

export interface ParityField {
  readonly path: string;
  readonly live: string;
  readonly rebuilt: string;
}

export interface FieldView {
  readonly path: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly kind: Leaf['kind'];
  readonly text: string;
  readonly before: string | null;
}

export type Side = 'one' | 'two';

export interface BoardView {
  readonly columns: readonly { readonly name: Column; readonly tokens: readonly Side[] }[];
  readonly last: HoleView | null;
  readonly winning: readonly HoleView[];
  /** Read from the aggregate, or drawn from its events where the aggregate shows none. */
  readonly from: 'state' | 'events';
}

export interface HoleView {
  readonly column: Column;
  /** From 0 at the bottom. */
  readonly row: number;
}

const name = v.pipe(v.string(), v.maxLength(200));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const column = v.picklist(['A', 'B', 'C', 'D', 'E', 'F', 'G']);

/** Everything a page may ask for; anything else is refused. */
export const pageMessageSchema = v.variant('type', [
  /** With where the page was before a restart, if it was anywhere: a null `stream` is the game in memory, a null `stop` is now. */
  v.strictObject({
    type: v.literal('ready'),
    resume: v.optional(
      v.strictObject({
        stream: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
        stop: v.nullable(index),
        followNewest: v.boolean(),
      }),
    ),
  }),
  v.strictObject({ type: v.literal('startGame'), playerOne: name, playerTwo: name }),
  v.strictObject({ type: v.literal('makeMove'), column, by: v.picklist(['next', 'one', 'two']) }),
  v.strictObject({ type: v.literal('opponent'), is: v.picklist(['friend', 'easy', 'medium', 'strong']) }),
  v.strictObject({ type: v.literal('newGame') }),
  v.strictObject({ type: v.literal('reload') }),
  v.strictObject({ type: v.literal('seek'), stop: index }),
  v.strictObject({ type: v.literal('step'), by: v.picklist(['first', 'back', 'forward', 'last']) }),
  v.strictObject({ type: v.literal('play'), perSecond: v.pipe(v.number(), v.minValue(0.25), v.maxValue(20)) }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({ type: v.literal('rows'), first: index, count: v.pipe(index, v.maxValue(200)) }),
  v.strictObject({ type: v.literal('pick'), stream: v.nullable(v.pipe(v.string(), v.maxLength(2_000))) }),
  v.strictObject({ type: v.literal('followNewest'), on: v.boolean() }),
  /** Another of the histories that the check on screen led to. */
  v.strictObject({ type: v.literal('pickTale'), tale: v.pipe(v.string(), v.maxLength(2_000)) }),
  v.strictObject({ type: v.literal('leaveCheck') }),
  /** Entry 0 is the first thing that happened; null leaves nothing out any more. */
  v.strictObject({ type: v.literal('skip'), entry: v.nullable(index) }),
  v.strictObject({ type: v.literal('fork') }),
  v.strictObject({ type: v.literal('switchFuture') }),
  v.strictObject({ type: v.literal('closeFuture') }),
  v.strictObject({ type: v.literal('foldedBy'), by: v.picklist(['own', 'reference']) }),
  v.strictObject({ type: v.literal('closeComparison') }),
  v.strictObject({ type: v.literal('predict'), on: v.boolean() }),
  v.strictObject({ type: v.literal('guess'), fields: v.pipe(v.array(name), v.maxLength(200)) }),
  v.strictObject({ type: v.literal('export') }),
  v.strictObject({ type: v.literal('import') }),
  v.strictObject({ type: v.literal('copyAsTest') }),
  /** Opens a place the host itself has shown: in a problem, in what a check tells, at the stuck event, or in a row. */
  v.strictObject({ type: v.literal('openProblem') }),
  v.strictObject({ type: v.literal('openTold') }),
  v.strictObject({ type: v.literal('openStuck') }),
  v.strictObject({ type: v.literal('openRow'), row: index }),
  v.strictObject({ type: v.literal('openCode') }),
  v.strictObject({ type: v.literal('openLarge') }),
  v.strictObject({ type: v.literal('trust') }),
  v.strictObject({ type: v.literal('startTutorial') }),
  v.strictObject({ type: v.literal('dismissNotice') }),
]);

export type Resume = NonNullable<Extract<PageMessage, { type: 'ready' }>['resume']>;
export type Step = Extract<PageMessage, { type: 'step' }>['by'];

export type PageMessage = v.InferOutput<typeof pageMessageSchema>;
