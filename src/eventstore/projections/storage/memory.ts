import type { EventStore } from '../../event-store.ts';
import type { ProjectionDefinition } from '../definition.ts';
import { describePlace, type Place } from '../place.ts';
import { Checkpoints } from './checkpoints.ts';
import { PartitionStates } from './states.ts';

/** What a projection remembers: how far it has come, and its states. */
export class ProjectionMemory {
  readonly #checkpoints: Checkpoints | undefined;
  readonly #states: PartitionStates;
  #root: string | undefined;
  #place: Place | undefined;
  #stored: Place | undefined;

  private constructor(checkpoints: Checkpoints | undefined, root: string | undefined, place: Place | undefined) {
    this.#checkpoints = checkpoints;
    this.#root = root;
    this.#place = place;
    this.#stored = place;
    this.#states = new PartitionStates(checkpoints, place);
  }

  /** What the projection knew at its last checkpoint; only continuous ones have any. Throws an `Error` when the store cannot say. */
  static async load(store: EventStore, definition: ProjectionDefinition): Promise<ProjectionMemory> {
    if (definition.mode !== 'Continuous') return new ProjectionMemory(undefined, undefined, undefined);
    const checkpoints = new Checkpoints(store, definition);
    const last = await checkpoints.load();
    return new ProjectionMemory(checkpoints, last?.state, last?.place);
  }

  /** Everything up to here is in the states. */
  get place(): Place | undefined {
    return this.#place;
  }

  get partitions(): number {
    return this.#states.held;
  }

  /** The place of the checkpoint, as it is shown. */
  get checkpoint(): string {
    return describePlace(this.#stored);
  }

  /** The state of the whole projection, or the one that its partitions share, as JSON. */
  get root(): string | undefined {
    return this.#root;
  }

  set root(state: string) {
    this.#root = state;
  }

  async stateOf(partition: string): Promise<string | undefined> {
    return partition === '' ? this.#root : this.#states.get(partition);
  }

  setState(partition: string, state: string): void {
    if (partition === '') this.#root = state;
    else this.#states.set(partition, state);
  }

  advance(place: Place): void {
    this.#place = place;
  }

  /** Stores all of it. Throws an `Error` when the store refuses. */
  async save(): Promise<void> {
    const place = this.#place;
    const checkpoints = this.#checkpoints;
    if (place === undefined || checkpoints === undefined) return;
    await this.#states.save(place, () => checkpoints.save({ place, state: this.#root ?? '{}' }));
    this.#stored = place;
  }
}
