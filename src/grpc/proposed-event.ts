import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { NewEvent } from '../eventstore/events.ts';
import type { Failure } from './calls.ts';
import { invalid, missingProperty } from './failures.ts';
import { uuidFrom } from './wire-values.ts';

/** The same in Append and BatchAppend, though the generated classes are two. */
export interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

export type ProposedEvent =
  | { readonly kind: 'event'; readonly event: NewEvent }
  | { readonly kind: 'invalid'; readonly failure: Failure };

export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const id = uuidFrom(message.getId());
  if (id === undefined) return { kind: 'invalid', failure: invalid('An event needs an id, and it must be a UUID.') };
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  if (type === undefined || type === '') return { kind: 'invalid', failure: missingProperty('type') };
  const contentType = properties.get('content-type');
  if (contentType === undefined || contentType === '')
    return { kind: 'invalid', failure: missingProperty('content-type') };
  const event: NewEvent = {
    id,
    type,
    contentType: contentType === 'application/json' ? 'json' : 'binary',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
  return { kind: 'event', event };
}
