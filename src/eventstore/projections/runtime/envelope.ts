import type { ProjectedEvent } from '../protocol.ts';

/** An event as handlers get it, with EventStoreDB's names. Bodies are parsed when they are first looked at. */
export function envelopeOf(event: ProjectedEvent, partition: string, parse: (text: string) => unknown): object {
  const body = lazily(() => (event.isJson ? parse(event.bodyRaw) : undefined));
  const metadata = lazily(() => parseMetadata(event.metadataRaw, parse));
  const linkMetadata = lazily(() => parseMetadata(event.linkMetadataRaw, parse));
  return {
    partition,
    bodyRaw: event.bodyRaw,
    metadataRaw: event.metadataRaw,
    linkMetadataRaw: event.linkMetadataRaw ?? undefined,
    streamId: event.streamId,
    eventId: event.eventId,
    eventType: event.eventType,
    isJson: event.isJson,
    category: event.category,
    sequenceNumber: event.sequenceNumber,
    get body() {
      return body();
    },
    get data() {
      return body();
    },
    get metadata() {
      return metadata();
    },
    get linkMetadata() {
      return linkMetadata();
    },
  };
}

/** Metadata is the writer's own and need not be JSON. */
function parseMetadata(text: string | null, parse: (text: string) => unknown): unknown {
  if (text === null || text === '') return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
