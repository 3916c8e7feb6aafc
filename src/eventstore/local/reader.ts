import type { ReadAllOptions, ReadOptions } from '../event-store.ts';
import type { RecordedEvent, ResolvedEvent } from '../events.ts';
import { matchesFilter } from '../filter.ts';
import { isLink, targetOf } from '../link.ts';
import { PageSize } from '../page-size.ts';
import { goneFrom, invalidPosition, StoreError } from '../store-error.ts';
import { isReadable } from './positions.ts';
import type { EventStorage } from './storage.ts';
import type { FoundStream, StreamViews } from './stream-view.ts';
import { turn } from './turn.ts';

/** Goes through what is stored, page by page, and looks links up. */
export class Reader {
  readonly #storage: EventStorage;
  readonly #views: StreamViews;

  constructor(storage: EventStorage, views: StreamViews) {
    this.#storage = storage;
    this.#views = views;
  }

  /** Deletes or truncations after the first page no longer hide anything: the view is the one the read began with. */
  async *readStream(view: FoundStream, options: ReadOptions): AsyncGenerator<ResolvedEvent> {
    const { direction = 'forwards', resolveLinks = false } = options;
    const forwards = direction === 'forwards';
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let next = clampToView(view, forwards, options.from);
    const pageSize = new PageSize();
    while (left > 0 && next >= view.first && next <= view.last) {
      const room = Number(forwards ? view.last - next : next - view.first) + 1;
      const page = view.slice(next, direction, Math.min(left, room, pageSize.events));
      const last = page.at(-1);
      if (last === undefined) throw new StoreError(goneFrom('the stream', next));
      for (const event of page) {
        if (event.created < view.notBefore) continue;
        yield this.resolve(event, resolveLinks);
        left -= 1;
      }
      pageSize.learnFrom(page);
      next = forwards ? last.revision + 1n : last.revision - 1n;
      if (left > 0) await turn();
    }
  }

  async *readAll(options: ReadAllOptions): AsyncGenerator<ResolvedEvent> {
    const { direction = 'forwards', filter, resolveLinks = false, from } = options;
    if (typeof from === 'bigint' && !isReadable(this.#storage, from)) throw new StoreError(invalidPosition(from));
    const forwards = direction === 'forwards';
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let next = this.#firstPosition(forwards, from);
    const pageSize = new PageSize();
    while (left > 0) {
      const page = this.#storage.readAll(
        next,
        direction,
        filter === undefined ? Math.min(left, pageSize.events) : pageSize.events,
      );
      const last = page.at(-1);
      if (last === undefined) return;
      for (const event of page) {
        if (!matchesFilter(filter, event)) continue;
        yield this.resolve(event, resolveLinks);
        left -= 1;
        if (left <= 0) return;
      }
      pageSize.learnFrom(page);
      next = forwards ? last.position + 1n : last.position - 1n;
      await turn();
    }
  }

  resolve(event: RecordedEvent, resolveLinks: boolean): ResolvedEvent {
    if (!resolveLinks || !isLink(event)) return { event, link: undefined };
    const target = targetOf(event);
    return { event: target && this.#views.eventAt(target.stream, target.revision), link: event };
  }

  #firstPosition(forwards: boolean, from: ReadOptions['from']): bigint {
    const last = this.#storage.lastPosition();
    if (from === undefined) return forwards ? 0n : last;
    if (from === 'start') return 0n;
    if (from === 'end') return forwards ? last + 1n : last;
    // Backwards, the record at the position itself is left out.
    return forwards ? from : from - 1n;
  }
}

function clampToView({ first, last }: FoundStream, forwards: boolean, from: ReadOptions['from']): bigint {
  if (forwards) {
    if (from === 'end') return last + 1n;
    return from === undefined || from === 'start' || from < first ? first : from;
  }
  if (from === 'start') return first > 0n ? -1n : 0n;
  return from === undefined || from === 'end' || from > last ? last : from;
}
