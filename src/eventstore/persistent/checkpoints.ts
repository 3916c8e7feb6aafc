import type { EventStore } from '../event-store.ts';
import { jsonDataOf, jsonEvent } from '../events.ts';
import { describeStream, firstEvent, insistOnWritten } from './bookkeeping.ts';
import { checkpointStreamOf, formatPlace, parsePlace, type Source } from './source.ts';

const checkpointType = '$SubscriptionCheckpoint';
/** Checkpoints kept, as EventStoreDB keeps them. */
const kept = 2n;

/** Keeps how far a persistent subscription has come, in a stream of its own. */
export class Checkpoints {
  readonly #store: EventStore;
  readonly #source: Source;
  readonly #stream: string;
  #isDescribed = false;

  constructor(store: EventStore, source: Source, key: string) {
    this.#store = store;
    this.#source = source;
    this.#stream = checkpointStreamOf(key);
  }

  /** Throws an `Error` when there is a checkpoint that cannot be read: starting again in silence would be worse. */
  async load(): Promise<bigint | undefined> {
    const last = await firstEvent(this.#store, this.#stream, { direction: 'backwards' });
    if (last?.event === undefined) return undefined;
    this.#isDescribed = true;
    const text = jsonDataOf(last.event);
    const place = typeof text === 'string' ? parsePlace(text) : undefined;
    if (place === undefined || place === 'end')
      throw new Error(`The checkpoint in ${this.#stream} makes no sense: ${text}`);
    return place === 'start' ? 0n : place;
  }

  async save(place: bigint): Promise<void> {
    if (!this.#isDescribed) await describeStream(this.#store, this.#stream, { maxCount: kept });
    this.#isDescribed = true;
    const event = jsonEvent({ type: checkpointType, data: formatPlace(this.#source, place) });
    insistOnWritten(this.#stream, await this.#store.append(this.#stream, [event], 'any'));
  }
}
