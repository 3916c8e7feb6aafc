import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../../base/errors.ts';
import type { RecordedEvent } from '../../events.ts';
import { byPlace, eventColumns, eventFrom, namePlace, number, type PlacedRow, text } from '../event-rows.ts';
import { countedUntil, lengthIn } from '../log.ts';
import { asDamage } from './damage.ts';

export type Salvaged =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** In a sentence. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Every event of a file that can still be read, in order, and a sentence for each that cannot. Throws only when nothing can be asked of the file at all. */
export function* salvage(database: DatabaseSync): Generator<Salvaged> {
  const at = byPlace(
    database.prepare(
      `SELECT ${eventColumns}, name AS "${namePlace}" FROM events JOIN streams ON streams.id = events.stream WHERE position = ?`,
    ),
  );
  const counted = countedUntil(database);
  let end = 0n;
  for (const position of knownPositions(database)) {
    try {
      const row: PlacedRow | undefined = at.get(position);
      if (row === undefined) throw new Error('The stream it belongs to is not known any more.');
      const event = eventFrom(row, text(row[namePlace]));
      if (event.position - lengthIn(event, counted) !== end)
        yield { kind: 'lost', reason: `Something is missing between positions ${end} and ${event.position}.` };
      end = event.position;
      yield { kind: 'event', event };
    } catch (thrown) {
      end = BigInt(position);
      yield { kind: 'lost', reason: `Position ${position} cannot be read: ${messageOf(asDamage(thrown))}` };
    }
  }
}

/** Places that the table or one of its indexes knows of: what one has lost, another may still name. */
function knownPositions(database: DatabaseSync): readonly number[] {
  const known = new Set<number>();
  const looks = [
    'SELECT position FROM events ORDER BY position',
    'SELECT position FROM events ORDER BY position DESC',
    'SELECT position FROM events INDEXED BY events_by_revision ORDER BY stream, revision',
    'SELECT position FROM events INDEXED BY events_by_revision ORDER BY stream DESC, revision DESC',
  ];
  for (const look of looks) {
    try {
      for (const row of database.prepare(look).iterate()) known.add(number(row.position));
    } catch {
      // As far as it went; the others go on from elsewhere.
    }
  }
  return [...known].sort((a, b) => a - b);
}
