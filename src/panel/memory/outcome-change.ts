import type { CommandForm } from '../../domain/aggregate.ts';
import { type Entry, fieldsOf } from '../../timeline/entry.ts';
import { commandText } from '../views/command-text.ts';

/** What commands led to, as plain data that can be kept and compared. */
export interface Outcome {
  readonly events: number;
  readonly entries: readonly OutcomeEntry[];
}

export interface OutcomeEntry {
  /** Null for an event that is not the first of its command. */
  readonly command: string | null;
  readonly told: string;
  readonly refused: boolean;
}

export function outcomeOf(forms: readonly CommandForm[], entries: readonly Entry[]): Outcome {
  return {
    events: entries.filter(({ kind }) => kind === 'recorded').length,
    entries: entries.map((entry) => ({
      command: entry.command === undefined ? null : commandText(forms, entry.command),
      told: textOf(forms, entry),
      refused: entry.kind === 'refused',
    })),
  };
}

/** What the same commands lead to now and did not before, in one sentence; undefined when all is as it was. */
export function outcomeChange(
  forms: readonly CommandForm[],
  before: Outcome,
  entries: readonly Entry[],
): string | undefined {
  const now = outcomeOf(forms, entries);
  const first = before.entries.findIndex(({ told }, index) => told !== now.entries[index]?.told);
  if (first < 0 && before.entries.length === now.entries.length) return undefined;
  const [was, is, entry] = [before.entries[first], now.entries[first], entries[first]];
  if (entry?.kind === 'refused' && was?.refused === false && was.command === is?.command) {
    return `Your code changed: it now refuses ${is.command}, which it took before. ${entry.failure.message}`;
  }
  if (before.events === now.events) return 'Your code changed: the same commands now lead to something else.';
  return `Your code changed: the same commands now record ${count(now.events)} instead of ${before.events}.`;
}

function textOf(forms: readonly CommandForm[], entry: Entry): string {
  switch (entry.kind) {
    case 'recorded':
      return [entry.event.type, ...fieldsOf(entry.event).map(({ path, text }) => `${path}=${text}`)].join('\n');
    case 'refused':
      return [commandText(forms, entry.command), entry.failure.name, entry.failure.message, entry.left].join('\n');
    case 'silent':
      return `${commandText(forms, entry.command)}\n${entry.changedState}`;
  }
}

function count(events: number): string {
  return events === 1 ? '1 event' : `${events} events`;
}
