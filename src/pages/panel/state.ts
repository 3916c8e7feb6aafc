import type { SourceLocation } from '../../base/source-location.ts';
import type { ArgumentForm } from '../../domain/aggregate.ts';
import type { FieldKind } from '../../timeline/field-value.ts';
import type { PictureView } from './picture.ts';

/** Told with what happened first, then why it matters or what to do. */
export interface Problem {
  readonly headline: string;
  readonly why: string;
  /** Where; a click opens it. */
  readonly location: SourceLocation | null;
}

export type Possibility = { readonly kind: 'possible' } | { readonly kind: 'not'; readonly why: string };

/** What can be asked of the aggregate, and why not where it cannot. */
export interface Drive {
  readonly commands: readonly CommandView[];
  /** A command is on its way. */
  readonly busy: boolean;
  /** Its commands were given by a check, and nobody gives it any here. */
  readonly scripted: boolean;
}

export interface CommandView {
  readonly type: string;
  readonly title: string;
  /** The learner's method that it goes to. */
  readonly method: string;
  readonly arguments: readonly ArgumentForm[];
  readonly possible: Possibility;
}

/** The aggregate at the cursor. */
export interface StateView {
  readonly fields: readonly FieldView[];
  readonly picture: PictureView;
  /** Where the fields can be seen that the picture shows as well: `in the table`. */
  readonly shownWhere: string | null;
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

/** Whether the live object and the one rebuilt from its events say the same. */
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
  readonly kind: FieldKind;
  readonly text: string;
  readonly before: string | null;
  /** The picture shows it as well. */
  readonly pictured: boolean;
}
