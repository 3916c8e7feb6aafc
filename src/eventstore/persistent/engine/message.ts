import type { ResolvedEvent } from '../../events.ts';
import type { Arrival } from './ledger.ts';

/** An event on its way through a persistent subscription, until a consumer has done with it. */
export interface Message {
  /** Of the record that stands in the source, which is what consumers acknowledge: the link's, where there is one. */
  readonly id: string;
  readonly event: ResolvedEvent;
  readonly origin: Origin;
  readonly arrival: Arrival;
  /** How often it was delivered again. */
  readonly retries: number;
}

/** Where it stands in the source, or that it was parked and is replayed. */
export type Origin = { readonly kind: 'source'; readonly place: bigint } | { readonly kind: 'parked' };

/** What a consumer may want to become of a message it does not acknowledge. EventStoreDB treats `stop` as it treats `skip`. */
export type RefusalAction = 'unknown' | 'park' | 'retry' | 'skip' | 'stop';
