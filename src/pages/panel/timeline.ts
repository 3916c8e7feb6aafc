import type { SourceLocation } from '../../base/source-location.ts';
import type { Lane } from '../../timeline/entry.ts';
import type { FieldValue } from '../../timeline/field-value.ts';
import type { PictureView } from './picture.ts';
import type { Problem } from './state.ts';

export interface CursorView {
  /** From 0, the start with no events, to `stops`, now. */
  readonly stop: number;
  readonly stops: number;
  /** Revision of the last event up to here; null before the first. */
  readonly revision: string | null;
  /** Revision of the last event there is. */
  readonly lastRevision: string | null;
  readonly playing: boolean;
}

/** Some of the rows; row 0 is the start, and row n is the n-th thing that happened. */
export interface RowWindow {
  readonly total: number;
  readonly first: number;
  readonly rows: readonly Row[];
}

export type Row = StartRow | EventRow | RefusedRow | SilentRow;

/** Before the first event. */
export interface StartRow {
  readonly kind: 'start';
}

export interface EventRow {
  readonly kind: 'event';
  readonly revision: string;
  readonly lane: Lane;
  /** The first event of its lane, where that is worth a heading: nothing is stored yet, or from here on no longer. */
  readonly startsLane: boolean;
  readonly type: string;
  readonly summary: string;
  readonly fields: readonly FieldValue[];
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
  readonly location: SourceLocation | null;
}

export interface SilentRow {
  readonly kind: 'silent';
  readonly command: string;
  readonly changedState: boolean;
  /** How many events a call that stores has stored; null for a command. */
  readonly stored: number | null;
}

/** After a fork: the history that was left behind, side by side with the one that is played on. */
export interface OtherFuture {
  /** Whether it is what was forked, or the fork. */
  readonly is: 'original' | 'fork';
  readonly title: string;
  /** Revision of the first event that only one of them has. */
  readonly differsFrom: string;
  /** What happened there and not here; the latest where there is much. */
  readonly rows: readonly Row[];
  readonly picture: PictureView;
  /** How it ended; null while it goes on. */
  readonly outcome: string | null;
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
