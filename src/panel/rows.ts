import type { Entry, EventSeen, Lane, RecordedEntry, RefusedEntry } from '../timeline/entry.ts';
import type { Leaf } from '../timeline/leaf.ts';
import type { Stuck } from '../timeline/moment.ts';
import { brief } from './brief.ts';
import { commandText } from './command-text.ts';
import type { EventRow, Problem, RefusedRow, Row } from './contract.ts';

/** How the fields of an event are read; passed in, for a view model imports no running code of the timeline. */
export type FieldsOf = (event: EventSeen) => readonly Leaf[];

export interface RowContext {
  readonly fieldsOf: FieldsOf;
  /** The lane of the event before; undefined for the first. */
  readonly before: Lane | undefined;
  /** Set when this very entry could not be applied. */
  readonly stuck: Stuck | undefined;
  readonly skipped: boolean;
}

/** One row of the timeline. */
export function rowOf(entry: Entry, context: RowContext): Row {
  switch (entry.kind) {
    case 'recorded':
      return eventRow(entry, context);
    case 'refused':
      return refusedRow(entry);
    case 'silent':
      return {
        kind: 'silent',
        command: commandText(entry.command),
        changedState: entry.changedState,
        stored: entry.stored ?? null,
      };
  }
}

function eventRow(entry: RecordedEntry, { fieldsOf, before, stuck, skipped }: RowContext): EventRow {
  const fields = fieldsOf(entry.event);
  return {
    kind: 'event',
    revision: String(entry.revision),
    lane: entry.lane,
    startsLane: startsLane(before ?? 'historical', entry.lane),
    type: brief(entry.event.type),
    summary: summaryOf(entry.event.type, fields),
    fields,
    command: entry.command === undefined ? null : commandText(entry.command),
    skipped,
    failure: stuck === undefined ? null : stuckProblem(entry.event.type, stuck),
  };
}

/** What an aggregate was told is in no lane of its own. */
function startsLane(before: Lane, lane: Lane): boolean {
  return before !== lane && before !== 'applied' && lane !== 'applied';
}

function refusedRow({ command, failure, slip, left }: RefusedEntry): RefusedRow {
  const { name, message, place } = failure;
  return {
    kind: 'refused',
    command: commandText(command),
    name: brief(name),
    message: brief(message, 600),
    slip,
    left,
    place: place ?? null,
  };
}

export function stuckProblem(type: string, { failure }: Stuck): Problem {
  return {
    headline: `Applying ${brief(type)} threw ${brief(failure.name)}: ${brief(failure.message, 600)}`,
    why: 'What came before it still stands; the state cannot be rebuilt past this event.',
    place: failure.place ?? null,
  };
}

/** A payload in a few words: `one against two`, `two → D`; anything unknown as its values in order. */
export function summaryOf(type: string, fields: readonly Leaf[]): string {
  const texts = fields.slice(0, 4).map(({ text }) => unquote(text));
  const [first, second] = texts;
  if (type === 'GameStarted' && fields.length === 2) return `${first} against ${second}`;
  if (type === 'MoveMade' && fields.length === 2) return `${first} → ${second}`;
  return texts.map((text) => brief(text)).join(', ');
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
