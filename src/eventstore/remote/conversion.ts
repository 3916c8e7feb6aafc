import type {
  AppendExpectedRevision,
  BinaryEventData,
  RecordedEvent as ClientRecord,
  ExpectedRevision as DeleteExpectedRevision,
  JSONEventData,
  Position,
} from '@eventstore/db-client';
import type { From } from '../event-store.ts';
import type { NewEvent, RecordedEvent, ResolvedEvent } from '../events.ts';
import type { ExpectedRevision } from '../expected-revision.ts';

/** Our words in the official client's, and the other way round. */

/**
 * The client takes JSON as values and writes it itself, so spacing, and digits no number can
 * hold, are lost on the way. What says it is JSON and is none goes as the text it is.
 */
export function toClientEvent(event: NewEvent): JSONEventData | BinaryEventData {
  const { id, type } = event;
  // The client knows metadata as bytes by its exact class, so a Buffer will not do.
  const metadata = event.metadata.length === 0 ? undefined : new Uint8Array(event.metadata);
  if (event.contentType === 'binary') {
    return { id, type, contentType: 'application/octet-stream', data: new Uint8Array(event.data), metadata };
  }
  return { id, type, contentType: 'application/json', data: parsed(event.data), metadata };
}

export function fromClientEvent(resolved: {
  readonly event?: ClientRecord;
  readonly link?: ClientRecord;
}): ResolvedEvent {
  const link = resolved.link && fromClientRecord(resolved.link);
  if (resolved.event !== undefined) return { event: fromClientRecord(resolved.event), link };
  if (link !== undefined) return { event: undefined, link };
  throw new Error('The server sent an answer with neither an event nor a link in it.');
}

export function toClientRevision(expected: ExpectedRevision): AppendExpectedRevision {
  return expected === 'streamExists' ? 'stream_exists' : toClientDeleteRevision(expected);
}

/** The client cannot expect an existing stream of a deletion. */
export function toClientDeleteRevision(expected: Exclude<ExpectedRevision, 'streamExists'>): DeleteExpectedRevision {
  return expected === 'noStream' ? 'no_stream' : expected;
}

export function toClientPosition(from: From): Position | 'start' | 'end' {
  return typeof from === 'bigint' ? { commit: from, prepare: from } : from;
}

function fromClientRecord(record: ClientRecord): RecordedEvent {
  const { id, type, streamId, revision, isJson, data, metadata, created, position } = record;
  return {
    id,
    type,
    stream: streamId,
    revision,
    position: position?.commit ?? 0n,
    created: created.getTime(),
    contentType: isJson ? 'json' : 'binary',
    data: bytesOf(data),
    metadata: metadata === undefined ? new Uint8Array() : bytesOf(metadata),
  };
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  // Text stands for JSON that could not be parsed.
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8');
}

function parsed(data: Uint8Array): JSONEventData['data'] {
  const text = Buffer.from(data).toString('utf8');
  try {
    const value: JSONEventData['data'] = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
