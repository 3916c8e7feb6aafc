import type { Consumer } from './consumer.ts';
import { type Link, LinkedList } from './linked-list.ts';
import type { Message } from './message.ts';

/** A message that a consumer has and has said nothing about yet. Times are milliseconds of the engine's clock. */
export interface Flight {
  readonly message: Message;
  readonly consumer: Consumer;
  readonly began: number;
  readonly expires: number;
}

/** Messages in flight, by the id that will be acknowledged; one of each id at a time. */
export class InFlight {
  readonly #byId = new Map<string, Link<Flight>>();
  /** All of them have the same time, so what left first expires first. */
  readonly #inOrder = new LinkedList<Flight>();

  get size(): number {
    return this.#byId.size;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  add(flight: Flight): void {
    this.#byId.set(flight.message.id, this.#inOrder.push(flight));
  }

  take(id: string): Flight | undefined {
    const link = this.#byId.get(id);
    if (link === undefined) return undefined;
    this.#byId.delete(id);
    this.#inOrder.remove(link);
    return link.value;
  }

  /** In the order in which they left. */
  of(consumer: Consumer): Flight[] {
    const flights: Flight[] = [];
    for (let link = this.#inOrder.first; link !== undefined; link = link.next) {
      if (link.value.consumer === consumer) flights.push(link.value);
    }
    return flights;
  }

  get nextExpiry(): number | undefined {
    return this.#inOrder.first?.value.expires;
  }

  expiredAt(now: number): Flight[] {
    const expired: Flight[] = [];
    for (let link = this.#inOrder.first; link !== undefined && link.value.expires <= now; link = link.next) {
      expired.push(link.value);
    }
    return expired;
  }
}
