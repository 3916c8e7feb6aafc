import { jsonEvent, originalOf, type RecordedEvent } from '../../../src/eventstore/events.ts';
import type { Consumer } from '../../../src/eventstore/persistent/engine/consumer.ts';
import { type Effect, SubscriptionEngine } from '../../../src/eventstore/persistent/engine/engine.ts';
import type { Message, RefusalAction } from '../../../src/eventstore/persistent/engine/message.ts';
import { defaultSettings, type SubscriptionSettings } from '../../../src/eventstore/persistent/settings.ts';

/** An event of a stream with this revision, whose id says so: `id 4`. */
export function recorded(revision: number, changes: Partial<RecordedEvent> = {}): RecordedEvent {
  return {
    ...jsonEvent({ type: 'A', data: { revision }, id: `id ${revision}` }),
    stream: 'game-1',
    revision: BigInt(revision),
    position: BigInt(revision + 1),
    created: 0,
    ...changes,
  };
}

/** Plays an engine like a script: each line says what happens, and gives back what the engine wants done, in words. */
export class Script {
  readonly engine: SubscriptionEngine;
  /** Messages that the engine wanted parked and that nobody said were. */
  readonly parking: Message[] = [];
  now = 0;
  #next: number;
  readonly #consumers = new Map<string, Consumer>();

  constructor(changes: Partial<SubscriptionSettings> = {}, checkpoint?: number) {
    const settings = { ...defaultSettings, ...changes };
    this.engine = new SubscriptionEngine(settings, checkpoint === undefined ? undefined : BigInt(checkpoint), 0);
    this.#next = checkpoint === undefined ? 0 : checkpoint + 1;
  }

  /** So many more events come from the source, each with the next revision. */
  arrive(count: number, changes: (revision: number) => Partial<RecordedEvent> = () => ({})): string[] {
    return Array.from({ length: count }, () => this.#next++).flatMap((revision) => {
      const event = recorded(revision, changes(revision));
      return this.#tell(this.engine.arrived({ event, link: undefined }, BigInt(revision), this.now));
    });
  }

  skip(): string[] {
    return this.#tell(this.engine.skipped(BigInt(this.#next++), this.now));
  }

  replay(revision: number, event: number | undefined): string[] {
    const link = recorded(revision, { id: `link ${revision}`, type: '$>' });
    const resolved = event === undefined ? { event: undefined, link } : { event: recorded(event), link };
    return this.#tell(this.engine.replayed(resolved, BigInt(revision), this.now));
  }

  join(name: string, limit = 10): string[] {
    const [consumer, effects] = this.engine.joined(limit, this.now);
    this.#consumers.set(name, consumer);
    return this.#tell(effects);
  }

  leave(name: string): string[] {
    return this.#tell(this.engine.left(this.#consumer(name), this.now));
  }

  pause(name: string): void {
    this.engine.paused(this.#consumer(name));
  }

  resume(name: string): string[] {
    return this.#tell(this.engine.resumed(this.#consumer(name), this.now));
  }

  ack(...revisions: readonly number[]): string[] {
    return this.acknowledge(...revisions.map((revision) => `id ${revision}`));
  }

  acknowledge(...ids: readonly string[]): string[] {
    return this.#tell(this.engine.acknowledged(ids, this.now));
  }

  nack(action: RefusalAction, ...revisions: readonly number[]): string[] {
    const ids = revisions.map((revision) => `id ${revision}`);
    return this.#tell(this.engine.refused(ids, action, 'no', this.now));
  }

  /** Everything that is to be parked is kept. */
  keepParked(): string[] {
    return this.parking.splice(0).flatMap((message) => this.#tell(this.engine.parked(message, this.now)));
  }

  wait(milliseconds: number): string[] {
    this.now += milliseconds;
    return this.#tell(this.engine.tick(this.now));
  }

  #consumer(name: string): Consumer {
    const consumer = this.#consumers.get(name);
    if (consumer === undefined) throw new Error(`Nobody is called ${name}.`);
    return consumer;
  }

  #tell(effects: readonly Effect[]): string[] {
    return effects.map((effect) => {
      if (effect.kind === 'park') this.parking.push(effect.message);
      return this.#describe(effect);
    });
  }

  /** `0 to a`, `0 to a, again 1`, `park 0: reason`, `checkpoint 4`, `unpark before 2`. */
  #describe(effect: Effect): string {
    switch (effect.kind) {
      case 'deliver': {
        const name = [...this.#consumers].find(([, consumer]) => consumer === effect.consumer)?.[0];
        const { retries, event } = effect.message;
        return `${(event.event ?? originalOf(event)).revision} to ${name}${retries === 0 ? '' : `, again ${retries}`}`;
      }
      case 'park':
        return `park ${originalOf(effect.message.event).revision}: ${effect.reason}`;
      case 'checkpoint':
        return `checkpoint ${effect.place}`;
      case 'unpark':
        return `unpark before ${effect.before}`;
    }
  }
}
