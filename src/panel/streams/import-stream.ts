import { randomUUID } from 'node:crypto';
import { idOf, streamOf } from '../../domain/aggregate.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { jsonEvent } from '../../eventstore/events.ts';
import { openMemoryStore } from '../../eventstore/open.ts';
import type { Exchange } from '../../timeline/exchange.ts';
import type { Reference } from '../../timeline/reference.ts';
import type { CommandStore } from '../learner/command-store.ts';
import type { OwnCode } from '../own-code.ts';
import { appendText } from './store-texts.ts';
import { StreamSource } from './stream-source.ts';

/** Events of one append; the store takes a megabyte at a time. */
const chunk = 500;

/** The store that is open, if any, and the learner's way to it. */
export interface ImportInto {
  readonly code: OwnCode;
  readonly store: EventStore | undefined;
  readonly repository: CommandStore | undefined;
}

/** With one sentence for a person. */
export type ImportResult =
  | { readonly kind: 'imported'; readonly source: StreamSource; readonly told: string }
  | { readonly kind: 'not'; readonly told: string };

/** A stream from a file goes into the store, or into memory where there is no store. */
export async function importStream({ code, store, repository }: ImportInto, exchange: Exchange): Promise<ImportResult> {
  const into = store ?? openMemoryStore();
  const stream = nameFor(code.aggregate.reference, exchange.stream);
  const why = await appendAll(into, stream, exchange);
  if (why !== undefined) {
    if (store === undefined) into.dispose();
    return { kind: 'not', told: why };
  }
  const more = store === undefined ? { ownStore: into } : { repository };
  const source = new StreamSource(into, stream, code, more);
  const where = store === undefined ? ' (in memory only)' : '';
  return { kind: 'imported', source, told: `Imported ${exchange.events.length} events as ${stream}${where}.` };
}

/** A name of its own. */
function nameFor(reference: Reference, stream: string): string {
  const isOwn = idOf(reference, stream) !== undefined;
  return isOwn ? streamOf(reference, randomUUID()) : `${stream}-${randomUUID().slice(0, 8)}`;
}

/** Why not all of it could be appended. */
async function appendAll(store: EventStore, stream: string, exchange: Exchange): Promise<string | undefined> {
  const events = exchange.events.map(({ type, data }) => jsonEvent({ type, data }));
  for (let from = 0; from < events.length; from += chunk) {
    const result = await store.append(stream, events.slice(from, from + chunk), from === 0 ? 'noStream' : 'any');
    if (result.kind !== 'appended') return appendText(result);
  }
  return undefined;
}
