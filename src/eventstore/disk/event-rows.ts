import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { RecordedEvent } from '../events.ts';
import { tombstoneRevision } from '../local/storage.ts';
import { checksumOf, type EventRow } from './damage/checksum.ts';
import { DamagedFile } from './damage/damage.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** An event's columns by their place: read as arrays, rows come in half the time. Named by it as well, for Node 22 cannot give arrays. */
export type PlacedRow = Readonly<Record<number, SQLOutputValue>>;

/** What to select for `eventFrom`; its stream's name comes tenth where the streams are joined. */
export const eventColumns = [
  'position',
  'revision',
  'events.id',
  'type',
  'json',
  'created',
  'data',
  'metadata',
  'findable',
  'checksum',
]
  .map((column, place) => `${column} AS "${place}"`)
  .join(', ');

export const namePlace = 10;

export function byPlace(statement: StatementSync): StatementSync {
  if ('setReturnArrays' in statement) statement.setReturnArrays(true);
  return statement;
}

/** SQLite gives back numbers, and the real tombstone revision does not fit into one. */
export const storedTombstone = Number.MAX_SAFE_INTEGER;

export function toRow(event: RecordedEvent, findable: boolean): EventRow {
  const { position, stream, revision, id, type, contentType, created, data, metadata } = event;
  return {
    position: Number(position),
    stream,
    revision: revision === tombstoneRevision ? storedTombstone : Number(revision),
    id,
    type,
    json: contentType === 'json' ? 1 : 0,
    created,
    data,
    metadata,
    findable: findable ? 1 : 0,
  };
}

/** The event in a row; throws `DamagedFile` unless every bit of it is as it was written. */
export function eventFrom(found: PlacedRow, stream: string): RecordedEvent {
  const row = parsed(found, stream);
  if (checksumOf(row) !== found[9]) {
    throw new DamagedFile(
      `Event ${row.revision} of ${stream} (position ${row.position}) is not as it was written: its checksum does not match.`,
    );
  }
  const { position, revision, id, type, json, created, data, metadata } = row;
  return {
    id,
    type,
    contentType: json === 1 ? 'json' : 'binary',
    data,
    metadata,
    stream,
    revision: revisionFrom(revision),
    position: BigInt(position),
    created,
  };
}

/** A row as it stands, whether or not its checksum matches. */
export function parsed(row: PlacedRow, stream: string): EventRow {
  return {
    position: number(row[0]),
    stream,
    revision: number(row[1]),
    id: text(row[2]),
    type: text(row[3]),
    json: number(row[4]),
    created: number(row[5]),
    data: bytes(row[6]),
    metadata: bytes(row[7]),
    findable: number(row[8]),
  };
}

export function revisionFrom(value: SQLOutputValue | undefined): bigint {
  const revision = number(value);
  return revision === storedTombstone ? tombstoneRevision : BigInt(revision);
}

export function number(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') throw misplaced('number');
  return value;
}

export function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw misplaced('text');
  return value;
}

export function bytes(value: SQLOutputValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw misplaced('row of bytes');
  return value;
}

function misplaced(what: string): DamagedFile {
  return new DamagedFile(`A ${what} was expected in the event store’s file, and something else is there.`);
}
