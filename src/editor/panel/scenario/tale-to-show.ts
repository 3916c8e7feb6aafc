import type { Step } from '../../../course/exercise.ts';
import type { Comparison } from '../../../course/judgement.ts';
import { type Entry, fieldsOf } from '../../../timeline/entry.ts';
import type { Tale } from './tale.ts';

/** The history a check's comparison is about; else the first that was written, for a step that is about storing, or the first. */
export function taleToShow(
  tales: readonly Tale[],
  { place }: Pick<Step, 'place'>,
  comparison: Comparison | undefined,
): Tale | undefined {
  const compared = comparison === undefined ? [] : actualOf(comparison);
  const about =
    compared.length === 0 ? undefined : tales.find(({ entries }) => eventsIn(entries).includes(compared.join('\n')));
  const written = place.file.startsWith('src/persistence/') ? tales.find(isWritten) : undefined;
  return about ?? written ?? tales[0];
}

function isWritten({ of, entries }: Tale): boolean {
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
