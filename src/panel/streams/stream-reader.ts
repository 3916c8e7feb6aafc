import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { Yielder } from '../../base/yielder.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { originalOf, type RecordedEvent } from '../../eventstore/events.ts';
import type { SubscriptionEnd } from '../../eventstore/results.ts';
import type { Reference, ReferenceFold } from '../../timeline/reference.ts';
import { storedEvent } from './stored-event.ts';

/** One stream of the store, followed from its beginning; every event of it, and the reference's fold of them all. */
export class StreamReader implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  readonly #events: RecordedEvent[] = [];
  readonly folded: ReferenceFold;
  readonly #yielder = new Yielder();
  #caughtUp = false;
  #ended: SubscriptionEnd | undefined;
  #telling: NodeJS.Immediate | undefined;

  constructor(store: EventStore, stream: string, reference: Reference) {
    this.folded = reference.newFold();
    this.#owned.add(toDisposable(() => clearImmediate(this.#telling)));
    this.#owned.add(
      store.subscribeToStream(
        stream,
        {
          event: (resolved) => this.#take(resolved.event ?? originalOf(resolved)),
          caughtUp: () => {
            this.#caughtUp = true;
            this.#changed.fire();
          },
          ended: (end) => {
            this.#ended = end;
            this.#changed.fire();
          },
        },
        { resolveLinks: true },
      ),
    );
  }

  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  get ended(): SubscriptionEnd | undefined {
    return this.#ended;
  }

  get length(): number {
    return this.#events.length;
  }

  event(index: number): RecordedEvent | undefined {
    return this.#events[index];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #take(event: RecordedEvent): Promise<void> | undefined {
    this.#events.push(event);
    this.folded.append(storedEvent(event));
    // Events that come together are told together.
    if (this.#caughtUp) this.#telling ??= setImmediate(() => this.#tell());
    return this.#yielder.pause();
  }

  #tell(): void {
    this.#telling = undefined;
    this.#changed.fire();
  }
}
