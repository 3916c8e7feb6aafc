import type { RecordedEvent, ResolvedEvent } from '../events.ts';
import { originalOf } from '../events.ts';
import { isLink } from '../link.ts';
import { isSoftDeleted, parseStreamMetadata } from '../stream-metadata.ts';
import { categoryOf, describedBy, isSystemStream, systemTypes } from '../stream-names.ts';
import type { QuerySources } from './protocol.ts';

/** The one stream that is enough for these sources; undefined where all of the store has to be read. */
export function onlyStreamOf(sources: QuerySources): string | undefined {
  const { allStreams, streams, categories } = sources;
  const [stream] = streams;
  return !allStreams && streams.length === 1 && categories.length === 0 ? stream : undefined;
}

/** Whether an event that was read is one that the projection handles; `deleted` is the end of a stream. */
export function selectionOf(sources: QuerySources): (resolved: ResolvedEvent) => 'event' | 'deleted' | undefined {
  const isWanted = onlyStreamOf(sources) === undefined ? sourceFilter(sources) : () => true;
  const types = new Set(sources.events);
  return (resolved) => {
    const { event } = resolved;
    if (event === undefined || !isWanted(originalOf(resolved))) return undefined;
    if (sources.handlesDeleted && endsStream(event)) return 'deleted';
    return sources.allEvents || types.has(event.type) ? 'event' : undefined;
  };
}

/** What a handler sees as the event's category: that of the stream it was read from. */
export function categoryFor({ categories }: QuerySources, resolved: ResolvedEvent): string {
  return categories.length === 0 ? '' : (categoryOf(originalOf(resolved).stream) ?? '');
}

/** `foreachStream`: what a link of a category leads to counts for the stream of the link, metadata for the stream that it describes. */
export function streamPartitionOf({ allStreams }: QuerySources, resolved: ResolvedEvent): string {
  const { stream } = allStreams && resolved.event !== undefined ? resolved.event : originalOf(resolved);
  return describedBy(stream) ?? stream;
}

/**
 * In `$all` stand all streams in the order written; those of the store's own projections do not, but
 * what they link to does.
 */
function sourceFilter(sources: QuerySources): (record: RecordedEvent) => boolean {
  if (sources.allStreams) {
    return (record) => isOnesOwn(record.stream) && (sources.includeLinks || !isLink(record));
  }
  const withPrefix = (prefix: string) =>
    sources.streams.flatMap((stream) => (stream.startsWith(prefix) ? [stream.slice(prefix.length)] : []));
  const streams = new Set(sources.streams);
  const categories = new Set([...sources.categories, ...withPrefix('$ce-')]);
  const types = new Set(withPrefix('$et-'));
  return (record) => {
    const { type, stream } = record;
    const about = sources.handlesDeleted ? (describedBy(stream) ?? stream) : stream;
    if (streams.has(about) || (types.has(type) && !isLink(record))) return true;
    const category = categories.size === 0 ? undefined : categoryOf(about);
    return category !== undefined && categories.has(category);
  };
}

/** Streams of the system are left out, metadata of one's own streams is not. */
function isOnesOwn(stream: string): boolean {
  return !isSystemStream(describedBy(stream) ?? stream);
}

function endsStream({ type, data }: RecordedEvent): boolean {
  if (type === systemTypes.streamDeleted) return true;
  return type === systemTypes.metadata && isSoftDeleted(parseStreamMetadata(data));
}
