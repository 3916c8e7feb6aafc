import { type Disposable, toDisposable } from './disposable.ts';

export type Listener<T> = (value: T) => void;

/** Subscribes to something that happens again and again; dispose to stop listening. */
export type Event<T> = (listener: Listener<T>) => Disposable;

/** A small emitter of our own, so that nothing but the editor folder needs the editor's. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly listener: Listener<T> }>();

  readonly event: Event<T> = (listener) => {
    const entry = { listener };
    this.#listeners.add(entry);
    return toDisposable(() => this.#listeners.delete(entry));
  };

  /** Tells every listener, even when one of them throws; the failures are thrown together afterwards. */
  fire(value: T): void {
    const failures: unknown[] = [];
    for (const { listener } of [...this.#listeners]) {
      try {
        listener(value);
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'A listener failed.');
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
