import { randomUUID } from 'node:crypto';
import type { Json } from '../base/json.ts';

/** Whether the writer said that the data is JSON. The store keeps the bytes as they are and never validates them. */
export type ContentType = 'json' | 'binary';

/** An event on its way into a stream. */
export interface NewEvent {
  /** A UUID in its lower-case text form. Appending the same ids again is recognised as a repetition. */
  readonly id: string;
  readonly type: string;
  readonly contentType: ContentType;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the store keeps it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: bigint;
  /** Place among all events of the store: strictly increasing, gaps allowed. */
  readonly position: bigint;
  /** Milliseconds since 1970, set by the store. */
  readonly created: number;
}

/**
 * What a read delivers: an event, and the link that led to it where one did. A link whose target
 * is gone comes alone.
 */
export type ResolvedEvent =
  | { readonly event: RecordedEvent; readonly link: RecordedEvent | undefined }
  | { readonly event: undefined; readonly link: RecordedEvent };

/** The record that stands in the stream that was read: the link where there is one, otherwise the event. */
export function originalOf(resolved: ResolvedEvent): RecordedEvent {
  return resolved.event === undefined ? resolved.link : (resolved.link ?? resolved.event);
}

export interface JsonEvent {
  readonly type: string;
  readonly data: Json;
  readonly metadata?: Json;
  readonly id?: string;
}

/** An event whose data (and metadata, if any) is written as JSON. A fresh id unless one is given. */
export function jsonEvent({ type, data, metadata, id = randomUUID() }: JsonEvent): NewEvent {
  return {
    id,
    type,
    contentType: 'json',
    data: encodeJson(data),
    metadata: metadata === undefined ? new Uint8Array() : encodeJson(metadata),
  };
}

/** Reads an event's data as JSON; throws a `SyntaxError` when it is none. */
export function jsonDataOf(event: NewEvent): Json {
  const data: Json = JSON.parse(Buffer.from(event.data).toString('utf8'));
  return data;
}

function encodeJson(value: Json): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
