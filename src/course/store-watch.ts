import type { EventStore } from '../eventstore/event-store.ts';
import { lastPosition } from '../eventstore/last-position.ts';
import { readStored, type Span, type Stored, type StoreSeen } from './check-store.ts';
import type { DrawnStep } from './exercise.ts';

/** Looks at the store of a check between the parts of its run, and says what each step is to know of it. */
export class StoreWatch {
  readonly #store: EventStore;
  readonly #spans = new Map<DrawnStep, Span>();
  readonly #after = new Map<DrawnStep, Map<string, Stored>>();
  #last: bigint;

  private constructor(store: EventStore, last: bigint) {
    this.#store = store;
    this.#last = last;
  }

  /** What stands in the store by now was written by no step. */
  static async begin(store: EventStore): Promise<StoreWatch> {
    return new StoreWatch(store, await lastPosition(store));
  }

  /** To be called whenever the code waits, with the operation that it did last. */
  async partEnded(step: DrawnStep, label: string): Promise<void> {
    const upTo = await lastPosition(this.#store);
    this.#spans.set(step, { after: this.#spans.get(step)?.after ?? this.#last, upTo });
    this.#last = upTo;
    if (!step.storeAfter.includes(label)) return;
    const ofStep = this.#after.get(step) ?? new Map<string, Stored>();
    this.#after.set(step, ofStep.set(label, await readStored(this.#store)));
  }

  /** For each step that was done to its end. */
  async seen(): Promise<ReadonlyMap<DrawnStep, StoreSeen>> {
    const stored = await readStored(this.#store);
    return new Map(
      [...this.#spans].map(([step, span]) => [step, { stored, after: this.#after.get(step) ?? new Map(), span }]),
    );
  }
}
