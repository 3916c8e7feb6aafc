import type { EventStore, ReadOptions } from '../event-store.ts';
import type { ResolvedEvent } from '../events.ts';
import type { AppendResult } from '../results.ts';
import type { StreamMetadata } from '../stream-metadata.ts';

/** The streams in which a persistent subscription remembers things are for administrators alone. */
const ownAcl = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };

/** The first event of a read, or undefined when the stream has none. Throws an `Error` when the store cannot say. */
export async function firstEvent(
  store: EventStore,
  stream: string,
  options: ReadOptions,
): Promise<ResolvedEvent | undefined> {
  const result = await store.readStream(stream, { ...options, limit: 1 });
  if (result.kind === 'unavailable') throw new Error(result.reason);
  if (result.kind !== 'events') return undefined;
  for await (const event of result.events) return event;
  return undefined;
}

/** Changes some of a stream's metadata and keeps the rest: what else is in it may be what hides a deletion. */
export async function describeStream(store: EventStore, stream: string, change: StreamMetadata): Promise<void> {
  const known = await store.readMetadata(stream);
  if (known.kind === 'unavailable') throw new Error(known.reason);
  const metadata = known.kind === 'metadata' ? known.metadata : {};
  const custom = { ...metadata.custom, $acl: ownAcl };
  insistOnWritten(stream, await store.writeMetadata(stream, { ...metadata, ...change, custom }, 'any'));
}

/** The revision of what was appended; throws an `Error` with the reason when it was not. */
export function insistOnWritten(stream: string, result: AppendResult): bigint {
  if (result.kind === 'appended') return result.revision;
  throw new Error(
    result.kind === 'unavailable' ? result.reason : `Nothing could be written to ${stream}: ${result.kind}.`,
  );
}
