import type { Step } from '../../course/exercise.ts';
import type { Comparison } from '../../course/judgement.ts';
import { type Entry, fieldsOf } from '../../timeline/entry.ts';
import type { History } from './history.ts';

/** The history a check's comparison is about; else the first that was written, for a step that is about storing, or the first. */
export function historyToShow(
  histories: readonly History[],
  { place }: Pick<Step, 'place'>,
  comparison: Comparison | undefined,
): History | undefined {
  const compared = comparison === undefined ? [] : actualOf(comparison);
  const about =
    compared.length === 0
      ? undefined
      : histories.find(({ entries }) => eventsIn(entries).includes(compared.join('\n')));
  const written = place.module.startsWith('persistence/') ? histories.find(isWritten) : undefined;
  return about ?? written ?? histories[0];
}

function isWritten({ of, entries }: History): boolean {
  return of === 'stream' && entries.some(({ command }) => command !== undefined);
}

function actualOf({ rows }: Comparison): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === 'missing'
      ? []
      : [
          lineOf(
            row.actual.type,
            row.actual.fields.map(({ value }) => value),
          ),
        ],
  );
}

function eventsIn(entries: readonly Entry[]): string {
  return entries
    .flatMap((entry) => (entry.kind === 'recorded' ? [entry.event] : []))
    .map((event) =>
      lineOf(
        event.type,
        fieldsOf(event).map(({ text }) => text),
      ),
    )
    .join('\n');
}

function lineOf(type: string, values: readonly string[]): string {
  return [type, ...values].join(' ');
}
