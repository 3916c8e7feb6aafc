import type { SQLOutputValue } from 'node:sqlite';
import type { RecordedEvent } from '../events.ts';
import { tombstoneRevision } from '../storage.ts';
import { checksumOf, type EventRow } from './checksum.ts';
import { DamagedFile } from './damage.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

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
export function eventFrom(found: Row, stream: string): RecordedEvent {
  const row = parsed(found, stream);
  if (checksumOf(row) !== found.checksum) {
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
export function parsed(row: Row, stream: string): EventRow {
  return {
    position: number(row.position),
    stream,
    revision: number(row.revision),
    id: text(row.id),
    type: text(row.type),
    json: number(row.json),
    created: number(row.created),
    data: bytes(row.data),
    metadata: bytes(row.metadata),
    findable: number(row.findable),
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
