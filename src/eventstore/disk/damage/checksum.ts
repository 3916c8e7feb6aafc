import { crc32 } from 'node:zlib';

/** A row of the table of events, with its stream's name. Numbers are as they are stored: a tombstone's revision is 2^53 − 1. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly json: number;
  readonly created: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly findable: number;
}

/** CRC-32 over everything that a row says, so that one changed bit anywhere in it is noticed. */
export function checksumOf(row: EventRow): number {
  const { position, stream, revision, id, type, json, created, data, metadata, findable } = row;
  const head = `${position} ${revision} ${json} ${created} ${findable} ${data.length} ${id} ${type} ${stream}`;
  const sum = crc32(data, crc32(head));
  // Most events have none, and of nothing the sum is what it was.
  return metadata.length === 0 ? sum : crc32(metadata, sum);
}
