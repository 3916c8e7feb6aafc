import type { EventStore } from '../../event-store.ts';
import type { NewEvent } from '../../events.ts';
import { systemEvent } from '../../local/writer.ts';
import { describeStream, insistOnWritten } from '../../persistent/bookkeeping.ts';
import type { ProjectionDefinition } from '../definition.ts';
import { checkpointStreamOf, partitionCheckpointStreamOf } from '../names.ts';
import { type Place, placeIn, tagOf } from '../place.ts';

const checkpointType = '$ProjectionCheckpoint';
/** Whole checkpoints kept. */
const kept = 2n;
/** A partition's older states are let go of when there are so many. */
const manyStates = 16n;

export interface Checkpoint {
  readonly place: Place;
  /** The state of the projection, or the one that its partitions share, as JSON. */
  readonly state: string;
}

/** A state of a partition as it was stored. */
export interface StoredState {
  readonly state: string;
  readonly revision: bigint;
}

/**
 * Keeps how far a projection has come and its states. Partitions have streams of their own, written
 * before the checkpoint that makes them count: what is in them from a later place than the checkpoint's
 * is passed over, since the events that led to it will be read again. Everything throws an `Error`
 * when the store does not allow it.
 */
export class Checkpoints {
  readonly #store: EventStore;
  readonly #definition: ProjectionDefinition;
  #isDescribed = false;

  constructor(store: EventStore, definition: ProjectionDefinition) {
    this.#store = store;
    this.#definition = definition;
  }

  async load(): Promise<Checkpoint | undefined> {
    const found = await this.#newest(checkpointStreamOf(this.#definition.name), () => true);
    return found && { place: found.place, state: found.state };
  }

  async save({ place, state }: Checkpoint): Promise<void> {
    const stream = checkpointStreamOf(this.#definition.name);
    if (!this.#isDescribed) await describeStream(this.#store, stream, { maxCount: kept });
    this.#isDescribed = true;
    await this.#append(stream, place, state);
  }

  /** What the partition's state was at this place. */
  loadPartition(partition: string, place: Place): Promise<StoredState | undefined> {
    const stream = partitionCheckpointStreamOf(this.#definition.name, partition);
    return this.#newest(stream, (found) => found.at <= place.at);
  }

  /** The revision of what was written. */
  savePartition(partition: string, { place, state }: Checkpoint): Promise<bigint> {
    return this.#append(partitionCheckpointStreamOf(this.#definition.name, partition), place, state);
  }

  /** Call when the checkpoint counts that this revision was written for: older states are not needed any more. */
  async forgetBefore(partition: string, revision: bigint): Promise<void> {
    if (revision === 0n || revision % manyStates !== 0n) return;
    const stream = partitionCheckpointStreamOf(this.#definition.name, partition);
    await describeStream(this.#store, stream, { truncateBefore: revision });
  }

  async #append(stream: string, place: Place, state: string): Promise<bigint> {
    const event: NewEvent = {
      ...systemEvent(checkpointType, Buffer.from(state, 'utf8')),
      metadata: Buffer.from(JSON.stringify(tagOf(place, this.#definition)), 'utf8'),
    };
    return insistOnWritten(stream, await this.#store.append(stream, [event], 'any'));
  }

  async #newest(stream: string, counts: (place: Place) => boolean): Promise<(Checkpoint & StoredState) | undefined> {
    const result = await this.#store.readStream(stream, { direction: 'backwards' });
    if (result.kind === 'unavailable') throw new Error(result.reason);
    if (result.kind !== 'events') return undefined;
    for await (const { event } of result.events) {
      if (event === undefined) continue;
      const place = placeIn(event.metadata, this.#definition);
      if (place === undefined || !counts(place)) continue;
      return { place, state: Buffer.from(event.data).toString('utf8'), revision: event.revision };
    }
    return undefined;
  }
}
