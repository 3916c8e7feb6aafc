import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { Yielder } from '../../base/yielder.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { originalOf, type RecordedEvent } from '../../eventstore/events.ts';
import { excludeSystemEvents } from '../../eventstore/filter.ts';

export interface KnownStream {
  readonly name: string;
  readonly events: number;
}

/** A longer name than this is nobody's choice. */
const longestName = 2_000;

/** Which streams there are, kept up to date by listening to all of them. */
export class StreamDirectory implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  readonly #began = this.#owned.add(new Emitter<string>());
  /** A stream got its first event, after everything older was known. */
  readonly onBegan = this.#began.event;
  /** In the order of their latest event, the latest last. */
  readonly #streams = new Map<string, number>();
  readonly #yielder = new Yielder();
  #caughtUp = false;
  #lost: string | undefined;
  #telling: NodeJS.Immediate | undefined;

  constructor(store: EventStore) {
    this.#owned.add(toDisposable(() => clearImmediate(this.#telling)));
    this.#owned.add(
      store.subscribeToAll(
        {
          event: (resolved) => this.#take(originalOf(resolved)),
          caughtUp: () => {
            this.#caughtUp = true;
            this.#tellSoon();
          },
          ended: (end) => {
            this.#lost = end.kind === 'unavailable' ? end.reason : 'The store can no longer be followed.';
            this.#tellSoon();
          },
        },
        { filter: excludeSystemEvents },
      ),
    );
  }

  get lost(): string | undefined {
    return this.#lost;
  }

  /** At most `most`, newest first. */
  latest(most: number): readonly KnownStream[] {
    const latest = [...this.#streams].slice(-most).reverse();
    return latest.filter(([name]) => name.length <= longestName).map(([name, events]) => ({ name, events }));
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #take({ stream, revision }: RecordedEvent): Promise<void> | undefined {
    const isNew = this.#streams.delete(stream) === false;
    this.#streams.set(stream, Number(revision) + 1);
    if (!this.#caughtUp) return this.#yielder.pause();
    if (isNew) this.#began.fire(stream);
    this.#tellSoon();
    return undefined;
  }

  #tellSoon(): void {
    this.#telling ??= setImmediate(() => {
      this.#telling = undefined;
      this.#changed.fire();
    });
  }
}
