import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Event } from '../../base/emitter.ts';
import type { SubscriptionObserver } from '../event-store.ts';
import type { ResolvedEvent } from '../events.ts';
import type { SubscriptionEnd } from '../results.ts';
import { asRefusal } from '../store-error.ts';
import { turn } from './turn.ts';

export type Step =
  | { readonly kind: 'event'; readonly event: ResolvedEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint };

/** What one look at the store brings. */
export interface Page {
  readonly steps: readonly Step[];
  /** Nothing more was stored at that moment. */
  readonly exhausted: boolean;
  readonly end?: SubscriptionEnd;
}

/** Where a subscription stands. Asked again and again, it gives everything once and in order. */
export interface Cursor {
  nextPage(live: boolean): Page;
  /** Revision or position of the last event considered; undefined before the first. */
  place(): bigint | undefined;
  /** What to say just before *caught up*. */
  lastCheckpoint?(): Step | undefined;
}

/** What a subscription listens to: that something was committed, and why the store was closed. */
export interface Commits {
  readonly committed: Event<void>;
  readonly closed: Event<string>;
}

/**
 * Delivers page after page, and when there is nothing more waits for the next commit. Catching up
 * and live are one and the same loop, so nothing can be lost or doubled where one becomes the other.
 */
export class Subscription implements Disposable {
  readonly #cursor: Cursor;
  readonly #observer: SubscriptionObserver;
  readonly #owned = new DisposableStore();
  #live = false;
  /** Something was committed since the last look. */
  #stale = false;
  #wake: () => void = () => {};

  constructor(cursor: Cursor, observer: SubscriptionObserver, commits: Commits) {
    this.#cursor = cursor;
    this.#observer = observer;
    this.#owned.add(commits.committed(() => this.#lookAgain()));
    this.#owned.add(commits.closed((reason) => this.#end({ kind: 'unavailable', reason })));
    this.#run().then(
      (end) => end !== undefined && this.#end(end),
      (thrown: unknown) => this.#end({ kind: 'observerFailed', thrown }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
    this.#lookAgain();
  }

  get #disposed(): boolean {
    return this.#owned.isDisposed;
  }

  #end(end: SubscriptionEnd): void {
    if (this.#disposed) return;
    this.dispose();
    this.#observer.ended?.(end);
  }

  #lookAgain(): void {
    this.#stale = true;
    this.#wake();
  }

  async #run(): Promise<SubscriptionEnd | undefined> {
    // Nothing is delivered before whoever subscribed holds the subscription.
    await turn();
    while (!this.#disposed) {
      this.#stale = false;
      const page = this.#read();
      for (const step of page.steps) {
        if (this.#disposed) return undefined;
        const wait = this.#deliver(step);
        // Waiting only where the observer asks for it keeps a long catch-up quick.
        if (wait !== undefined) await wait;
      }
      if (page.end !== undefined) return page.end;
      if (!page.exhausted) await turn();
      else if (this.#live) await this.#nextCommit();
      else await this.#goLive();
    }
    return undefined;
  }

  #read(): Page {
    try {
      return this.#cursor.nextPage(this.#live);
    } catch (thrown) {
      return { steps: [], exhausted: true, end: asRefusal(thrown) };
    }
  }

  #deliver(step: Step): void | Promise<void> {
    return step.kind === 'event' ? this.#observer.event(step.event) : this.#observer.checkpoint?.(step.position);
  }

  async #goLive(): Promise<void> {
    this.#live = true;
    const checkpoint = this.#cursor.lastCheckpoint?.();
    if (checkpoint !== undefined) await this.#deliver(checkpoint);
    if (!this.#disposed) await this.#observer.caughtUp?.(this.#cursor.place());
  }

  async #nextCommit(): Promise<void> {
    if (this.#stale) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
