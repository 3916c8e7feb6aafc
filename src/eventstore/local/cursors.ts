import type { SubscribeAllOptions, SubscribeOptions } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import { matchesFilter } from '../filter.ts';
import { PageSize } from '../page-size.ts';
import { goneFrom, invalidPosition } from '../store-error.ts';
import { isReadable } from './positions.ts';
import type { Reader } from './reader.ts';
import { type EventStorage, tombstoneRevision } from './storage.ts';
import type { StreamViews } from './stream-view.ts';
import type { Cursor, Page, Step } from './subscription.ts';

export interface Sources {
  readonly storage: EventStorage;
  readonly views: StreamViews;
  readonly reader: Reader;
}

const nothing: Page = { steps: [], exhausted: true };

/** Goes through one stream; waits before it exists, ends when it is tombstoned. */
export function streamCursor(sources: Sources, stream: string, options: SubscribeOptions): Cursor {
  const { storage, views, reader } = sources;
  const { from = 'start', resolveLinks = false } = options;
  const pageSize = new PageSize();
  let next = firstRevisionAfter(views, stream, from);
  const step = (event: RecordedEvent): Step => ({ kind: 'event', event: reader.resolve(event, resolveLinks) });

  const lastWords = (live: boolean): Page => {
    // Whoever was there when it happened sees the tombstone; whoever comes later only that it is so.
    const tombstone = live ? storage.readStream(stream, tombstoneRevision, 'forwards', 1) : [];
    return { steps: tombstone.map(step), exhausted: true, end: { kind: 'streamDeleted', stream } };
  };

  return {
    nextPage(live) {
      const view = views.of(stream);
      if (view.kind === 'deleted') return lastWords(live);
      if (view.kind === 'notFound') return nothing;
      const start = next > view.first ? next : view.first;
      if (start > view.last) return nothing;
      const room = Number(view.last - start) + 1;
      const page = view.slice(start, 'forwards', Math.min(room, pageSize.events));
      const last = page.at(-1);
      if (last === undefined) return { ...nothing, end: goneFrom(stream, start) };
      pageSize.learnFrom(page);
      next = last.revision + 1n;
      const shown = page.filter(({ created }) => created >= view.notBefore);
      return { steps: shown.map(step), exhausted: next > view.last };
    },
    place: () => (next > 0n ? next - 1n : undefined),
  };
}

/** Goes through `$all`, with checkpoints where there is a filter. */
export function allCursor({ storage, reader }: Sources, options: SubscribeAllOptions): Cursor {
  const { from = 'start', filter, resolveLinks = false, checkpointEvery = Number.POSITIVE_INFINITY } = options;
  const pageSize = new PageSize();
  let position = from === 'start' ? 0n : from === 'end' ? storage.lastPosition() : from;
  let begun = false;
  let considered = 0;
  let lastCheckpoint = 0n;
  const checkpoint = (): Step => {
    considered = 0;
    lastCheckpoint = position;
    return { kind: 'checkpoint', position };
  };

  return {
    nextPage() {
      if (!begun && !isReadable(storage, position)) {
        return { steps: [], exhausted: true, end: invalidPosition(position) };
      }
      begun = true;
      const steps: Step[] = [];
      const limit = pageSize.events;
      const page = storage.readAll(position + 1n, 'forwards', limit);
      for (const event of page) {
        position = event.position;
        considered += 1;
        if (matchesFilter(filter, event)) steps.push({ kind: 'event', event: reader.resolve(event, resolveLinks) });
        if (filter !== undefined && considered >= checkpointEvery) steps.push(checkpoint());
      }
      pageSize.learnFrom(page);
      return { steps, exhausted: page.length < limit };
    },
    place: () => (position > 0n ? position : undefined),
    lastCheckpoint() {
      return filter !== undefined && position > lastCheckpoint ? checkpoint() : undefined;
    },
  };
}

function firstRevisionAfter(views: StreamViews, stream: string, from: NonNullable<SubscribeOptions['from']>): bigint {
  if (from === 'start') return 0n;
  if (from !== 'end') return from + 1n;
  const view = views.of(stream);
  return view.kind === 'found' ? view.last + 1n : 0n;
}
