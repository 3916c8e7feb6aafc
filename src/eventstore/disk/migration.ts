import type { DatabaseSync } from 'node:sqlite';
import { PositionsByStream } from '../local/index-streams.ts';
import { checksumOf } from './damage/checksum.ts';
import { byPlace, eventColumns, namePlace, parsed, text } from './event-rows.ts';
import { IndexPages } from './index-pages.ts';

const pageSize = 4096;

/**
 * Brings a file of the first schema up to the second: gives each event its checksum, as it stands,
 * and makes the index of the standard projections. Call inside a transaction.
 */
export function migrateFromFirst(database: DatabaseSync, indexTables: string): void {
  database.exec('ALTER TABLE events ADD COLUMN checksum INTEGER');
  database.exec(indexTables);
  const page = byPlace(
    database.prepare(
      `SELECT ${eventColumns}, name AS "${namePlace}" FROM events JOIN streams ON streams.id = events.stream
       WHERE position > ? ORDER BY position LIMIT ${pageSize}`,
    ),
  );
  const mark = database.prepare('UPDATE events SET checksum = ? WHERE position = ?');
  const index = new IndexPages(database);
  let last = 0;
  for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
    const events = rows.map((row) => parsed(row, text(row[namePlace])));
    for (const event of events) mark.run(checksumOf(event), event.position);
    last = events.at(-1)?.position ?? last;
    index.keep(PositionsByStream.of(events.map(indexed)).byStream, BigInt(last));
  }
  database.prepare("UPDATE marks SET value = ? WHERE name = 'counted until'").run(last);
}

function indexed({ position, stream, type }: ReturnType<typeof parsed>) {
  return { position: BigInt(position), stream, type };
}
