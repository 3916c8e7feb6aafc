import type { FedEvent } from './feed.ts';
import type { ProjectedEvent, QuerySources } from './protocol.ts';
import { categoryFor } from './selection.ts';

/** An event as the projection's code is to see it. */
export function projectedEvent({ event, resolved }: FedEvent, sources: QuerySources): ProjectedEvent {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
  return {
    streamId: event.stream,
    sequenceNumber: Number(event.revision),
    eventType: event.type,
    eventId: event.id,
    isJson: event.contentType === 'json',
    bodyRaw: text(event.data),
    metadataRaw: text(event.metadata),
    linkMetadataRaw: resolved.link === undefined ? null : text(resolved.link.metadata),
    category: categoryFor(sources, resolved),
  };
}
