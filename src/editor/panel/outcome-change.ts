import { commandText } from '../../panel/command-text.ts';
import { type Entry, fieldsOf } from '../../timeline/entry.ts';

/** What the same commands lead to now and did not before, in one sentence; undefined when all is as it was. */
export function outcomeChange(before: readonly Entry[], now: readonly Entry[]): string | undefined {
  if (sameOutcome(before, now)) return undefined;
  const [had, has] = [eventsIn(before), eventsIn(now)];
  if (had !== has) return `Your code changed: the same commands now record ${count(has)} instead of ${had}.`;
  return 'Your code changed: the same commands now lead to something else.';
}

function sameOutcome(before: readonly Entry[], now: readonly Entry[]): boolean {
  return before.length === now.length && before.every((entry, index) => textOf(entry) === textOf(now[index]));
}

function textOf(entry: Entry | undefined): string {
  switch (entry?.kind) {
    case 'recorded':
      return [entry.event.type, ...fieldsOf(entry.event).map(({ path, text }) => `${path}=${text}`)].join('\n');
    case 'refused':
      return [commandText(entry.command), entry.failure.name, entry.failure.message, entry.left].join('\n');
    case 'silent':
      return `${commandText(entry.command)}\n${entry.changedState}`;
    case undefined:
      return '';
  }
}

function eventsIn(entries: readonly Entry[]): number {
  return entries.filter(({ kind }) => kind === 'recorded').length;
}

function count(events: number): string {
  return events === 1 ? '1 event' : `${events} events`;
}
