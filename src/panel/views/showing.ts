import type { Notice, Showing, Words } from '../../pages/panel/contract.ts';
import type { Drive, FoldedBy, StateView } from '../../pages/panel/state.ts';
import type { CursorView, Row, RowWindow } from '../../pages/panel/timeline.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import { diff } from '../../timeline/diff.ts';
import type { Lane } from '../../timeline/entry.ts';
import type { Reference } from '../../timeline/reference.ts';
import type { StateAt, Stuck } from '../../timeline/state-at.ts';
import type { Options, Outlook, PanelAggregate } from '../panel-aggregate.ts';
import type { PanelSource } from '../panel-source.ts';
import { sourceFile } from '../source-file.ts';
import { announce } from './announcement.ts';
import { brief } from './brief.ts';
import { rowOf, spokenOf, stuckProblem } from './rows.ts';
import { fieldView, parityView } from './state-view.ts';

/** What the session itself keeps beside its source. */
export interface Looking {
  readonly cursor: Cursor;
  readonly foldedBy: FoldedBy;
  readonly playing: boolean;
  readonly notice: Notice | undefined;
  /** What was chosen in the picture. */
  readonly options: Options;
}

/** Everything the page shows, but for the rows it has not asked for. */
export function showingOf(
  aggregate: PanelAggregate,
  source: PanelSource,
  looking: Looking,
): Omit<Showing, 'window' | 'choices' | 'otherFuture' | 'prediction' | 'check' | 'comparison'> {
  const { cursor, notice, foldedBy } = looking;
  const state = source.stateAt(cursor.stop, foldedBy);
  return {
    kind: 'showing',
    words: wordsOf(aggregate.reference),
    subject: { ...source.subject, events: source.events, following: cursor.following },
    drive: driveView(aggregate.reference, source),
    cursor: cursorView(source, looking),
    state: stateView(aggregate, source, state, looking),
    problem: source.problem ?? null,
    notice: notice ?? source.notice ?? null,
    announcement: announcementAt(aggregate, source, state, looking),
  };
}

export function wordsOf({ code, words: { one, many } }: Reference): Words {
  return { name: code.name, file: sourceFile(code.module).split('/').at(-1) ?? '', one, many };
}

/** Rows `first` to `first + count`; row 0 is the start. */
export function windowOf(
  { reference }: PanelAggregate,
  source: PanelSource,
  { foldedBy }: Looking,
  first: number,
  count: number,
): RowWindow {
  const total = source.length + 1;
  const { stuck } = source.stateAt(source.length, foldedBy);
  const from = Math.min(first, total);
  const rows = Array.from({ length: Math.min(count, total - from) }, (_, nth) =>
    rowWith(reference, source, from + nth, stuck),
  );
  return { total, first: from, rows };
}

export function rowAt({ reference }: PanelAggregate, source: PanelSource, row: number, foldedBy: FoldedBy): Row {
  return rowWith(reference, source, row, source.stateAt(source.length, foldedBy).stuck);
}

/** `stuck` is where the fold of it all came to a stop. */
function rowWith(reference: Reference, source: PanelSource, row: number, stuck: Stuck | undefined): Row {
  const entry = source.entry(row - 1);
  if (entry === undefined) return { kind: 'start' };
  const here = stuck?.entry === row - 1 ? stuck : undefined;
  const before = entry.kind === 'recorded' ? laneBefore(source, row - 1) : undefined;
  return rowOf(reference, entry, { before, stuck: here, skipped: source.skipped === row - 1 });
}

/** The lane of the last event before an entry; what came to nothing in between is in none. */
function laneBefore(source: PanelSource, index: number): Lane | undefined {
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const entry = source.entry(earlier);
    if (entry?.kind === 'recorded') return entry.lane;
  }
  return undefined;
}

function announcementAt(
  aggregate: PanelAggregate,
  source: PanelSource,
  { picture }: StateAt,
  { cursor: { stop }, foldedBy }: Looking,
): string {
  const entry = source.entry(stop - 1);
  const spoken = entry?.kind === 'recorded' ? spokenOf(aggregate.reference, entry.event) : undefined;
  const { next, outcome } = aggregate.pictures.outlook(picture);
  const outlook: Outlook = { next: next && brief(next), outcome: outcome && brief(outcome) };
  return announce(rowAt(aggregate, source, stop, foldedBy), spoken, outlook);
}

function stateView(
  { pictures }: PanelAggregate,
  source: PanelSource,
  now: StateAt,
  { cursor, foldedBy, options }: Looking,
): StateView {
  const before = stateBefore(source, cursor.stop, foldedBy);
  const guilty = now.stuck === undefined ? undefined : source.entry(now.stuck.entry);
  const type = guilty?.kind === 'recorded' ? guilty.event.type : 'the next event';
  const effective = source.effective(foldedBy, cursor.stop);
  return {
    fields: diff(before.fields, now.fields).map((field) =>
      fieldView(field, pictures.pictured?.isPictured(field.path) ?? false),
    ),
    picture: pictures.view({
      picture: now.picture,
      from: now.pictureFrom,
      before: before.picture,
      now: source.stateAt(source.length, 'own').picture,
      options,
    }),
    shownWhere: pictures.pictured?.where ?? null,
    foldedBy: effective,
    own: source.own,
    standIn: effective !== foldedBy && source.own.kind === 'not' ? source.own.why : null,
    stuck: now.stuck === undefined ? null : stuckProblem(type, now.stuck),
    parity: source.parity.kind === 'known' ? parityView(source.parity.differing) : source.parity,
  };
}

export function stateBefore(source: PanelSource, stop: number, foldedBy: FoldedBy): StateAt {
  return source.stateAt(Math.max(0, stop - 1), foldedBy);
}

/** What can be asked of the aggregate is a matter of now, wherever the cursor is. */
function driveView({ commands }: Reference, source: PanelSource): Drive {
  return {
    commands: commands.map(({ type, title, method, arguments: args }) => ({
      type,
      title,
      method,
      arguments: args,
      possible: source.can(type),
    })),
    busy: source.busy,
    scripted: source.subject.kind === 'check',
  };
}

function cursorView(source: PanelSource, { cursor, playing }: Looking): CursorView {
  const { stop, stops } = cursor;
  return { stop, stops, revision: revisionAt(source, stop), lastRevision: revisionAt(source, stops), playing };
}

/** The revision of the last event within the first `stop` entries. */
export function revisionAt(source: PanelSource, stop: number): string | null {
  for (let index = stop - 1; index >= 0; index--) {
    const entry = source.entry(index);
    if (entry?.kind === 'recorded') return String(entry.revision);
  }
  return null;
}
