import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent } from '../../eventstore/events.ts';
import type { Failure } from '../calls.ts';
import { invalid, missingProperty } from '../failures.ts';
import { uuidFrom } from '../wire/wire-values.ts';

/** What a client said of an event, in Append and in BatchAppend alike; undefined is what it left out. */
export interface ProposedFields {
  /** Undefined also when it is no UUID. */
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly contentType: string | undefined;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type ProposedEvent =
  | { readonly kind: 'event'; readonly event: NewEvent }
  | { readonly kind: 'invalid'; readonly failure: Failure };

export function fieldsOf(message: AppendReq.ProposedMessage): ProposedFields {
  const properties = message.getMetadataMap();
  return {
    id: uuidFrom(message.getId()),
    type: properties.get('type'),
    contentType: properties.get('content-type'),
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** The event, if it has all that an event needs. */
export function proposedEvent({ id, type, contentType, data, metadata }: ProposedFields): ProposedEvent {
  if (id === undefined) return { kind: 'invalid', failure: invalid('An event needs an id, and it must be a UUID.') };
  if (type === undefined || type === '') return { kind: 'invalid', failure: missingProperty('type') };
  if (contentType === undefined || contentType === '') {
    return { kind: 'invalid', failure: missingProperty('content-type') };
  }
  const kind = contentType === 'application/json' ? 'json' : 'binary';
  return { kind: 'event', event: { id, type, contentType: kind, data, metadata } };
}
