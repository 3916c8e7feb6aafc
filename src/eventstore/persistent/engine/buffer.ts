import type { SubscriptionSettings } from '../settings.ts';
import { type Link, LinkedList } from './linked-list.ts';
import type { Message } from './message.ts';

/** Messages that wait for a consumer: what comes again first, then what is replayed, then history, then what came live. */
export class MessageBuffer {
  readonly #settings: SubscriptionSettings;
  readonly #again = new LinkedList<Message>();
  readonly #againById = new Map<string, Link<Message>>();
  readonly #replayed = new LinkedList<Message>();
  readonly #history = new LinkedList<Message>();
  readonly #live = new LinkedList<Message>();
  /** All of history was read; what is added from now on is live. */
  isLive = false;

  constructor(settings: SubscriptionSettings) {
    this.#settings = settings;
  }

  get retryCount(): number {
    return this.#again.size + this.#replayed.size;
  }

  get historyCount(): number {
    return this.#history.size;
  }

  get liveCount(): number {
    return this.#live.size;
  }

  get hasRoom(): boolean {
    return this.#room > 0;
  }

  get hasRoomForBatch(): boolean {
    return this.#room >= Math.min(Math.max(1, this.#settings.readBatchSize), this.#capacity);
  }

  add(message: Message): Link<Message> {
    return (this.isLive ? this.#live : this.#history).push(message);
  }

  /** Among those that come again the source's order is kept; what was parked waits for its turn anew. */
  addAgain(message: Message): Link<Message> {
    const { origin } = message;
    const link =
      origin.kind === 'parked'
        ? this.#replayed.push(message)
        : this.#again.insertAfter(this.#lastBefore(origin.place), message);
    this.#againById.set(message.id, link);
    return link;
  }

  /** Takes out a message that was to come again; undefined when none of this id was. */
  takeBack(id: string): Message | undefined {
    const link = this.#againById.get(id);
    if (link !== undefined) this.remove(link);
    return link?.value;
  }

  remove(link: Link<Message>): void {
    link.list?.remove(link);
    const { id } = link.value;
    if (this.#againById.get(id) === link) this.#againById.delete(id);
  }

  /** In the order in which they are to be delivered. Each may be removed when it is given out. */
  *links(): Generator<Link<Message>> {
    for (const list of [this.#again, this.#replayed, this.#history, this.#live]) {
      let next: Link<Message> | undefined;
      for (let link = list.first; link !== undefined; link = next) {
        next = link.next;
        yield link;
      }
    }
  }

  get #capacity(): number {
    const { liveBufferSize, historyBufferSize } = this.#settings;
    return Math.max(1, this.isLive ? liveBufferSize : historyBufferSize);
  }

  get #room(): number {
    return this.#capacity - this.retryCount - this.#history.size - this.#live.size;
  }

  /** Mostly the very last: what comes again does so in the order in which it left. */
  #lastBefore(place: bigint): Link<Message> | undefined {
    for (let link = this.#again.last; link !== undefined; link = link.previous) {
      const { origin } = link.value;
      if (origin.kind === 'source' && origin.place < place) return link;
    }
    return undefined;
  }
}
