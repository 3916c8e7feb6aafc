import type { Disposable } from '../../base/disposable.ts';
import type { ResolvedEvent } from '../events.ts';
import type { RefusalAction } from './engine/message.ts';
import type { ConsumerIdentity } from './info.ts';

/** One that reads messages. */
export interface ConsumerObserver {
  /** Called once, before anything else. */
  connected(subscriptionId: string): void;
  /** Gives back whether it takes more; if not, nothing comes until `resume`. */
  message(event: ResolvedEvent, retries: number): boolean;
  /** Nothing more will come, though nobody left. The reason, where there is a special one, is a sentence. */
  dropped(reason: string | undefined): void;
}

export interface ConsumerOptions extends ConsumerIdentity {
  /** Messages it may have at a time. */
  readonly limit: number;
}

/** A consumer's side of a subscription; disposing it is leaving. */
export interface ConsumerConnection extends Disposable {
  acknowledge(ids: readonly string[]): void;
  refuse(ids: readonly string[], action: RefusalAction, reason: string): void;
  resume(): void;
}
