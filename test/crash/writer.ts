import { randomUUID } from 'node:crypto';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent, type NewEvent } from '../../src/eventstore/events.ts';

/**
 * Writes to one stream, one append after the other, and remembers what was acknowledged and the
 * one append of which nobody knows whether it was stored.
 */
export class Writer {
  readonly stream = `game-${randomUUID()}`;
  /** Ids of the events that the store said it has, in order. */
  readonly acknowledged: string[] = [];
  unanswered: readonly NewEvent[] | undefined;
  readonly #random: (below: number) => number;

  constructor(random: (below: number) => number) {
    this.#random = random;
  }

  /** Appends until the store goes away. */
  async writeUntilLost(store: EventStore): Promise<void> {
    for (;;) {
      this.unanswered = Array.from({ length: 1 + this.#random(500) }, () =>
        jsonEvent({ type: 'MoveMade', data: { player: 'one', column: 'D' } }),
      );
      if (!(await this.#send(store, this.unanswered))) return;
    }
  }

  /** Sends the unanswered append again, as a client does that heard nothing. */
  async resend(store: EventStore): Promise<void> {
    const events = this.unanswered;
    if (events === undefined) return;
    if (!(await this.#send(store, events)))
      throw new Error(`The store did not take the append again to ${this.stream}.`);
  }

  async #send(store: EventStore, events: readonly NewEvent[]): Promise<boolean> {
    const result = await store.append(this.stream, events, 'any');
    if (result.kind === 'unavailable') return false;
    if (result.kind !== 'appended') throw new Error(`An append to ${this.stream} was refused: ${result.kind}`);
    this.acknowledged.push(...events.map(({ id }) => id));
    this.unanswered = undefined;
    return true;
  }
}
