import type { Place } from '../place.ts';
import type { Checkpoints } from './checkpoints.ts';

interface Entry {
  state: string;
  isDirty: boolean;
}

/** Partitions whose states are held ready when nothing of them waits to be stored. */
const mostReady = 10_000;

/** The states of a projection's partitions as JSON: those in use held ready, all others in the store. */
export class PartitionStates {
  readonly #checkpoints: Checkpoints | undefined;
  readonly #entries = new Map<string, Entry>();
  /** Up to where the store's states count; undefined when it has none. */
  #stored: Place | undefined;

  /** Without checkpoints everything is held ready and nothing is stored. */
  constructor(checkpoints: Checkpoints | undefined, stored: Place | undefined) {
    this.#checkpoints = checkpoints;
    this.#stored = stored;
  }

  get held(): number {
    return this.#entries.size;
  }

  /** Undefined for a partition that nothing happened in yet. */
  async get(partition: string): Promise<string | undefined> {
    const known = this.#entries.get(partition);
    if (known !== undefined) return known.state;
    if (this.#checkpoints === undefined || this.#stored === undefined) return undefined;
    const loaded = await this.#checkpoints.loadPartition(partition, this.#stored);
    if (loaded !== undefined) this.#entries.set(partition, { state: loaded.state, isDirty: false });
    return loaded?.state;
  }

  set(partition: string, state: string): void {
    const known = this.#entries.get(partition);
    if (known === undefined) this.#entries.set(partition, { state, isDirty: true });
    else if (known.state !== state) Object.assign(known, { state, isDirty: true });
  }

  /** Stores what changed, as of this place, and then lets `commit` make it count. */
  async save(place: Place, commit: () => Promise<void>): Promise<void> {
    const checkpoints = this.#checkpoints;
    if (checkpoints === undefined) return;
    const dirty = [...this.#entries].filter(([, { isDirty }]) => isDirty);
    const written = await Promise.all(
      dirty.map(async ([partition, { state }]) => {
        return [partition, await checkpoints.savePartition(partition, { place, state })] as const;
      }),
    );
    await commit();
    this.#stored = place;
    for (const [, entry] of dirty) entry.isDirty = false;
    for (const [partition, revision] of written) await checkpoints.forgetBefore(partition, revision);
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const partition of this.#entries.keys()) {
      if (this.#entries.size <= mostReady) return;
      this.#entries.delete(partition);
    }
  }
}
