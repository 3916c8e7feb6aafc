import * as v from 'valibot';
import type { CheckView, ComparisonView } from './check.ts';
import type { Drive, Problem, StateView } from './state.ts';
import type { CursorView, OtherFuture, PredictionView, RowWindow } from './timeline.ts';

/**
 * What the panel's page and the extension host say to each other. The host owns all state: the
 * page says `ready` and gets a whole snapshot, then patches that replace whole parts of it. Rows
 * of the timeline come in windows, for a stream may have a hundred thousand.
 */
export type ToPage =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'patch'; readonly patch: Partial<Showing> }
  | { readonly type: 'rows'; readonly window: RowWindow };

/** What there is to see, as a whole. */
export type Snapshot =
  | { readonly kind: 'loading'; readonly what: string }
  | { readonly kind: 'nothingYet'; readonly title: string; readonly promise: string }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'broken'; readonly problem: Problem }
  | { readonly kind: 'disconnected'; readonly reason: string }
  | Showing;

export interface Showing {
  readonly kind: 'showing';
  readonly words: Words;
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

/** What the aggregate is called. */
export interface Words {
  /** The learner's class. */
  readonly name: string;
  /** The file it is in, without its folders. */
  readonly file: string;
  /** In a sentence, one of them and many. */
  readonly one: string;
  readonly many: string;
}

/** A passing remark, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly actions: readonly NoticeAction[];
}
export type NoticeAction = 'returnToNow' | 'fork' | 'reload' | 'startOver' | 'openCode';

/** Whose events these are. */
export interface Subject {
  readonly kind: 'memory' | 'stream' | 'check';
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
  /** Null is what is in memory. */
  readonly chosen: string | null;
  readonly followNewest: boolean;
}

const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });
const name = v.pipe(v.string(), v.maxLength(200));
const longName = v.pipe(v.string(), v.maxLength(2_000));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const argument = v.union([name, v.pipe(v.number(), v.finite())]);
const commandArguments = v.pipe(v.record(name, argument), v.maxEntries(20));

/** Everything a page may ask for; anything else is refused. */
export const fromPageSchema = v.variant('type', [
  /** With where the page was before a restart, if it was anywhere: a null `stream` is what is in memory, a null `stop` is now. */
  v.strictObject({
    type: v.literal('ready'),
    resume: v.optional(
      v.strictObject({ stream: v.nullable(longName), stop: v.nullable(index), followNewest: v.boolean() }),
    ),
  }),
  /** A command of the aggregate, by its type. */
  v.strictObject({ type: v.literal('giveCommand'), command: name, arguments: commandArguments }),
  /** A choice that the picture offers. */
  v.strictObject({ type: v.literal('setOption'), option: name, value: name }),
  plain('startOver'),
  plain('reload'),
  v.strictObject({ type: v.literal('seek'), stop: index }),
  v.strictObject({ type: v.literal('step'), by: v.picklist(['first', 'back', 'forward', 'last']) }),
  v.strictObject({ type: v.literal('play'), perSecond: v.pipe(v.number(), v.minValue(0.25), v.maxValue(20)) }),
  plain('pause'),
  v.strictObject({ type: v.literal('rows'), first: index, count: v.pipe(index, v.maxValue(200)) }),
  v.strictObject({ type: v.literal('pick'), stream: v.nullable(longName) }),
  v.strictObject({ type: v.literal('followNewest'), on: v.boolean() }),
  /** Another of the histories that the check on screen led to. */
  v.strictObject({ type: v.literal('pickHistory'), history: longName }),
  plain('leaveCheck'),
  /** Entry 0 is the first thing that happened; null leaves nothing out any more. */
  v.strictObject({ type: v.literal('skip'), entry: v.nullable(index) }),
  plain('fork'),
  plain('switchFuture'),
  plain('closeFuture'),
  v.strictObject({ type: v.literal('foldedBy'), by: v.picklist(['own', 'reference']) }),
  plain('closeComparison'),
  v.strictObject({ type: v.literal('predict'), on: v.boolean() }),
  v.strictObject({ type: v.literal('guess'), fields: v.pipe(v.array(name), v.maxLength(200)) }),
  plain('export'),
  plain('import'),
  plain('copyAsTest'),
  /** Opens a line the host itself has shown: in a problem, in what a check tells, at the stuck event, or in a row. */
  plain('openProblem'),
  plain('openTold'),
  plain('openStuck'),
  v.strictObject({ type: v.literal('openRow'), row: index }),
  plain('openCode'),
  plain('openLarge'),
  plain('trust'),
  plain('startTutorial'),
  plain('dismissNotice'),
]);

export type FromPage = v.InferOutput<typeof fromPageSchema>;
export type Resume = NonNullable<Extract<FromPage, { type: 'ready' }>['resume']>;
export type Step = Extract<FromPage, { type: 'step' }>['by'];
export type AskedCommand = Omit<Extract<FromPage, { type: 'giveCommand' }>, 'type'>;
