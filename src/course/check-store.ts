import type { Json } from '../base/json.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import { type ContentType, type JsonEvent, jsonEvent, originalOf } from '../eventstore/events.ts';

/** A fresh event store that one check is run against. The learner's code reaches it by the connection string. */
export interface CheckStore {
  readonly kind: 'opened';
  readonly store: EventStore;
  readonly connectionString: string;
  close(): Promise<void>;
}

/** Given by whoever composes the program: the course knows stores and no servers. */
export type OpenCheckStore = () => Promise<CheckStore | { readonly kind: 'failed'; readonly reason: string }>;

/** An event as it stands in the store, whoever wrote it. */
export interface StoredEvent {
  readonly type: string;
  /** Its place among all events of the store. */
  readonly position: bigint;
  readonly contentType: ContentType;
  /** The data as text. */
  readonly text: string;
  /** The same read as JSON; undefined when it is none. */
  readonly data: Json | undefined;
}

/** What a store holds, by stream; system streams are left out. */
export type Stored = ReadonlyMap<string, readonly StoredEvent[]>;

/** Positions in the store: after one, and up to the other. */
export interface Span {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** What was seen of the store: at the end of a run, and right after the operations of some labels. */
export interface StoreSeen {
  readonly stored: Stored;
  readonly after: ReadonlyMap<string, Stored>;
  /** Between them lies what was written while the step's operations ran. */
  readonly span: Span;
}

/** What there is to see where nothing is stored. */
export const noStoreSeen: StoreSeen = { stored: new Map(), after: new Map(), span: { after: 0n, upTo: 0n } };

/** Events that stand in a stream before the learner's code runs. */
export type Streams = Readonly<Record<string, readonly JsonEvent[]>>;

export async function prepareStreams(store: EventStore, streams: Streams): Promise<void> {
  for (const [stream, events] of Object.entries(streams)) {
    const appended = await store.append(stream, events.map(jsonEvent), 'noStream');
    if (appended.kind !== 'appended') throw new Error(`${stream} could not be prepared: ${appended.kind}.`);
  }
}

export async function readStored(store: EventStore): Promise<Stored> {
  const streams = new Map<string, StoredEvent[]>();
  for await (const resolved of store.readAll()) {
    const { stream, type, position, contentType, data } = originalOf(resolved);
    if (stream.startsWith('$')) continue;
    const text = Buffer.from(data).toString('utf8');
    streams.set(stream, [...(streams.get(stream) ?? []), { type, position, contentType, text, data: jsonIn(text) }]);
  }
  return streams;
}

/** Of what a store holds, the events of a span and the streams that have some. */
export function within(stored: Stored, { after, upTo }: Span): Stored {
  const streams = [...stored].map(([stream, events]) => {
    return [stream, events.filter(({ position }) => position > after && position <= upTo)] as const;
  });
  return new Map(streams.filter(([, events]) => events.length > 0));
}

function jsonIn(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
