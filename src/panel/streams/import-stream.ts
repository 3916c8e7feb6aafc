import { randomUUID } from 'node:crypto';
import { idOf, streamOf } from '../../domain/aggregate.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { jsonEvent } from '../../eventstore/events.ts';
import type { Exchange } from '../../timeline/exchange.ts';
import type { Reference } from '../../timeline/reference.ts';
import { appendText } from './store-texts.ts';

/** Events of one append; the store takes a megabyte at a time. */
const chunk = 500;

export type ImportResult =
  | { readonly kind: 'imported'; readonly stream: string }
  /** One sentence for a person. */
  | { readonly kind: 'not'; readonly why: string };

/** Appends a stream from a file under a name of its own. */
export async function importInto(store: EventStore, reference: Reference, exchange: Exchange): Promise<ImportResult> {
  const isOwn = idOf(reference, exchange.stream) !== undefined;
  const stream = isOwn ? streamOf(reference, randomUUID()) : `${exchange.stream}-${randomUUID().slice(0, 8)}`;
  const events = exchange.events.map(({ type, data }) => jsonEvent({ type, data }));
  for (let from = 0; from < events.length; from += chunk) {
    const result = await store.append(stream, events.slice(from, from + chunk), from === 0 ? 'noStream' : 'any');
    if (result.kind !== 'appended') return { kind: 'not', why: appendText(result) };
  }
  return { kind: 'imported', stream };
}
