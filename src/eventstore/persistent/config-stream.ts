import type { EventStore } from '../event-store.ts';
import { systemEvent } from '../local/writer.ts';
import { describeStream, firstEvent, insistOnWritten } from './bookkeeping.ts';
import { formatConfig, parseConfig } from './config.ts';
import type { SubscriptionDefinition } from './definition.ts';
import { configStream } from './source.ts';

const configType = '$PersistentConfig';
/** Configurations kept, as EventStoreDB keeps them. */
const kept = 2n;

/** Keeps what persistent subscriptions there are. Everything here throws an `Error` when the store, or what is in it, does not allow it. */
export class ConfigStream {
  readonly #store: EventStore;
  readonly #now: () => number;
  #isDescribed = false;

  /** `now` gives milliseconds since 1970. */
  constructor(store: EventStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async load(): Promise<SubscriptionDefinition[]> {
    const last = await firstEvent(this.#store, configStream, { direction: 'backwards' });
    return last?.event === undefined ? [] : parseConfig(last.event.data);
  }

  /** All of them, as they are to be from now on. */
  async save(definitions: readonly SubscriptionDefinition[], user: string): Promise<void> {
    if (!this.#isDescribed) await describeStream(this.#store, configStream, { maxCount: kept });
    this.#isDescribed = true;
    const text = formatConfig(definitions, user, new Date(this.#now()));
    const event = systemEvent(configType, Buffer.from(text, 'utf8'));
    insistOnWritten(configStream, await this.#store.append(configStream, [event], 'any'));
  }
}
