import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { From, SubscriptionObserver } from '../event-store.ts';
import { originalOf, type ResolvedEvent } from '../events.ts';
import type { SubscriptionEnd } from '../results.ts';
import { invalidPosition } from '../store-error.ts';
import { errorType, saysInvalidPosition } from './client-errors.ts';
import { fromClientEvent } from './conversion.ts';
import { Delivery, type Source } from './delivery.ts';

/** A subscription of the official client, of a stream or of `$all`. */
export interface ClientSubscription extends Source {
  on(event: 'data', listener: (resolved: Parameters<typeof fromClientEvent>[0]) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'caughtUp' | 'confirmation' | 'end', listener: () => void): unknown;
  unsubscribe(): Promise<void>;
}

export interface RemoteSubscriptionPlan {
  readonly stream: string | undefined;
  readonly from: From;
  /** Opens the client's subscription after this place; checkpoints are told to the callback. */
  open(from: From, checkpoint: (position: bigint) => void): ClientSubscription;
}

export type ConnectionState =
  | { readonly kind: 'connected' }
  /** Tried again after so many milliseconds. */
  | { readonly kind: 'lost'; readonly reason: string; readonly retryIn: number };

const firstRetry = 250;
const longestRetry = 10_000;

/**
 * Keeps a subscription going over lost connections: it is opened again after the last event or
 * checkpoint that was handed over, so nothing is missed and nothing comes twice.
 */
export class RemoteSubscription implements Disposable {
  readonly #plan: RemoteSubscriptionPlan;
  readonly #observer: SubscriptionObserver;
  readonly #report: (state: ConnectionState) => void;
  readonly #owned = new DisposableStore();
  #from: From;
  #caughtUp = false;
  #retryIn = firstRetry;

  constructor(plan: RemoteSubscriptionPlan, observer: SubscriptionObserver, report: (state: ConnectionState) => void) {
    this.#plan = plan;
    this.#observer = observer;
    this.#report = report;
    this.#from = plan.from;
    this.#open();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Ends it for a reason of the store's own. */
  end(end: SubscriptionEnd): void {
    if (this.#owned.isDisposed) return;
    this.dispose();
    this.#observer.ended?.(end);
  }

  #open(): void {
    if (this.#owned.isDisposed) return;
    const attempt = new DisposableStore();
    const source = this.#plan.open(this.#from, (position) => delivery.mark(() => this.#checkpoint(position)));
    const delivery = new Delivery(
      source,
      (event) => this.#event(event),
      (thrown) => this.end({ kind: 'observerFailed', thrown }),
    );
    attempt.add(toDisposable(() => source.unsubscribe().catch(() => {})));
    attempt.add(toDisposable(() => delivery.stop()));
    this.#owned.add(attempt);
    source.on('confirmation', () => {
      this.#retryIn = firstRetry;
      this.#report({ kind: 'connected' });
    });
    source.on('data', (resolved) => delivery.event(fromClientEvent(resolved)));
    source.on('caughtUp', () => delivery.mark(() => this.#catchUp()));
    source.on('end', () => delivery.mark(() => this.#lost(attempt, 'The server ended the subscription.')));
    source.on('error', (error) => {
      // Events that came before the error are still delivered first.
      if (!attempt.isDisposed) delivery.mark(() => this.#failed(attempt, error));
    });
  }

  #failed(attempt: DisposableStore, error: Error): void {
    const { stream } = this.#plan;
    if (errorType(error) === 'stream-deleted' && stream !== undefined) this.end({ kind: 'streamDeleted', stream });
    else if (saysInvalidPosition(error) && typeof this.#from === 'bigint') this.end(invalidPosition(this.#from));
    else this.#lost(attempt, messageOf(error));
  }

  #lost(attempt: DisposableStore, reason: string): void {
    if (attempt.isDisposed || this.#owned.isDisposed) return;
    this.#owned.release(attempt);
    const retryIn = this.#retryIn;
    this.#retryIn = Math.min(retryIn * 2, longestRetry);
    this.#report({ kind: 'lost', reason, retryIn });
    const timer = setTimeout(() => this.#open(), retryIn);
    this.#owned.add(toDisposable(() => clearTimeout(timer)));
  }

  #event(resolved: ResolvedEvent): void | Promise<void> {
    const { revision, position } = originalOf(resolved);
    this.#from = this.#plan.stream === undefined ? position : revision;
    return this.#observer.event(resolved);
  }

  #checkpoint(position: bigint): void | Promise<void> {
    this.#from = position;
    return this.#observer.checkpoint?.(position);
  }

  #catchUp(): void | Promise<void> {
    if (this.#caughtUp) return undefined;
    this.#caughtUp = true;
    return this.#observer.caughtUp?.(undefined);
  }
}
