import type { Problem } from '../../pages/panel/state.ts';
import type { EventRow, RefusedRow, Row } from '../../pages/panel/timeline.ts';
import {
  type Entry,
  type EventSeen,
  fieldsOf,
  type Lane,
  type RecordedEntry,
  type RefusedEntry,
} from '../../timeline/entry.ts';
import type { Reference } from '../../timeline/reference.ts';
import type { Stuck } from '../../timeline/state-at.ts';
import { brief } from './brief.ts';
import { commandText } from './command-text.ts';

export interface RowContext {
  /** The lane of the event before; undefined for the first. */
  readonly before: Lane | undefined;
  /** Set when this very entry could not be applied. */
  readonly stuck: Stuck | undefined;
  readonly skipped: boolean;
}

/** One row of the timeline. */
export function rowOf(reference: Reference, entry: Entry, context: RowContext): Row {
  switch (entry.kind) {
    case 'recorded':
      return eventRow(reference, entry, context);
    case 'refused':
      return refusedRow(reference, entry);
    case 'silent':
      return {
        kind: 'silent',
        command: commandText(reference.commands, entry.command),
        changedState: entry.changedState,
        stored: entry.stored ?? null,
      };
  }
}

function eventRow(
  reference: Reference,
  { event, revision, lane, command }: RecordedEntry,
  { before, stuck, skipped }: RowContext,
): EventRow {
  const fields = fieldsOf(event);
  return {
    kind: 'event',
    revision: String(revision),
    lane,
    startsLane: startsLane(before ?? 'historical', lane),
    type: brief(event.type),
    summary: summaryOf(reference, event, fields),
    fields,
    command: command === undefined ? null : commandText(reference.commands, command),
    skipped,
    failure: stuck === undefined ? null : stuckProblem(event.type, stuck),
  };
}

/** What an aggregate was told is in no lane of its own. */
function startsLane(before: Lane, lane: Lane): boolean {
  return before !== lane && before !== 'applied' && lane !== 'applied';
}

function refusedRow(reference: Reference, { command, failure, slip, left }: RefusedEntry): RefusedRow {
  const { name, message, location } = failure;
  return {
    kind: 'refused',
    command: commandText(reference.commands, command),
    name: brief(name),
    message: brief(message, 600),
    slip,
    left,
    location: location ?? null,
  };
}

export function stuckProblem(type: string, { failure }: Stuck): Problem {
  return {
    headline: `Applying ${brief(type)} threw ${brief(failure.name)}: ${brief(failure.message, 600)}`,
    why: 'What came before it still stands; the state cannot be rebuilt past this event.',
    location: failure.location ?? null,
  };
}

/** An event in a few words: the aggregate's own as it says them; anything else, or anything more, as its values in order. */
export function summaryOf(reference: Reference, event: EventSeen, fields = fieldsOf(event)): string {
  const line = reference.line(event, fields.length);
  if (line !== undefined) return brief(line.shown, longestLine);
  return fields
    .slice(0, 4)
    .map(({ text }) => brief(unquote(text)))
    .join(', ');
}

/** The same as it is read out; undefined where that is no different. */
export function spokenOf(reference: Reference, event: EventSeen): string | undefined {
  const spoken = reference.line(event, fieldsOf(event).length)?.spoken;
  return spoken === undefined ? undefined : brief(spoken, longestLine);
}

const longestLine = 400;

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
