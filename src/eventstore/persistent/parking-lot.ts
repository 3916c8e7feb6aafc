import { randomUUID } from 'node:crypto';
import type { EventStore } from '../event-store.ts';
import { originalOf, type ResolvedEvent } from '../events.ts';
import { systemTypes } from '../stream-names.ts';
import { describeStream, firstEvent, insistOnWritten } from './bookkeeping.ts';
import type { Message } from './engine/message.ts';
import { parkedStreamOf } from './source.ts';

/** Keeps the messages that were parked, as links in a stream of its own, until they are replayed. */
export class ParkingLot {
  readonly #store: EventStore;
  readonly #stream: string;
  readonly #now: () => number;
  /** Revision of the first message that is parked and not being replayed, and of the one that will be parked next. */
  #first = 0n;
  #next = 0n;

  /** `now` gives milliseconds since 1970. */
  constructor(store: EventStore, key: string, now: () => number) {
    this.#store = store;
    this.#stream = parkedStreamOf(key);
    this.#now = now;
  }

  /** What was being replayed when a server ended counts as parked again, unless it was done. */
  async load(): Promise<void> {
    const first = await firstEvent(this.#store, this.#stream, {});
    const last = await firstEvent(this.#store, this.#stream, { direction: 'backwards' });
    this.#next = last === undefined ? 0n : originalOf(last).revision + 1n;
    this.#first = first === undefined ? this.#next : originalOf(first).revision;
  }

  get count(): bigint {
    return this.#next - this.#first;
  }

  /** Resolves once the message is kept for good. */
  async park({ event }: Message, reason: string): Promise<void> {
    const added = new Date(this.#now()).toISOString();
    const metadata = { added, reason, subscriptionEventNumber: Number(originalOf(event).revision) };
    const link = {
      id: randomUUID(),
      type: systemTypes.link,
      contentType: 'binary' as const,
      data: linkTo(event),
      metadata: Buffer.from(JSON.stringify(metadata), 'utf8'),
    };
    const revision = insistOnWritten(this.#stream, await this.#store.append(this.#stream, [link], 'any'));
    // Revisions go on after those of messages that were forgotten.
    if (this.count === 0n) this.#first = revision;
    if (revision >= this.#next) this.#next = revision + 1n;
  }

  /** Everything that is parked now, or what is before a revision; it does not count as parked any more. */
  async *replay(stopAt: bigint | undefined): AsyncGenerator<ResolvedEvent> {
    const from = this.#first;
    const end = stopAt === undefined || stopAt > this.#next ? this.#next : stopAt;
    if (end <= from) return;
    this.#first = end;
    const limit = Number(end - from);
    const result = await this.#store.readStream(this.#stream, { from, limit, resolveLinks: true });
    if (result.kind === 'unavailable') throw new Error(result.reason);
    if (result.kind === 'events') yield* result.events;
  }

  /** Forgets what is before this revision. */
  truncate(before: bigint): Promise<void> {
    return describeStream(this.#store, this.#stream, { truncateBefore: before });
  }
}

function linkTo({ event, link }: ResolvedEvent): Uint8Array {
  return event === undefined ? link.data : Buffer.from(`${event.revision}@${event.stream}`, 'utf8');
}
