import type { SubscriptionDefinition } from './definition.ts';
import type { Measurement } from './engine/measurements.ts';

export type SubscriptionStatus = 'Behind' | 'Live';

/** What can be asked about a persistent subscription. */
export interface SubscriptionInfo extends SubscriptionDefinition {
  readonly status: SubscriptionStatus;
  readonly connections: readonly ConnectionInfo[];
  readonly throughput: Throughput;
  /** The last place that a checkpoint was stored for, and the last that is known of. */
  readonly lastCheckpoint: bigint | undefined;
  readonly lastKnown: bigint | undefined;
  readonly historyBufferCount: number;
  readonly liveBufferCount: number;
  readonly retryBufferCount: number;
  readonly outstandingCount: number;
  readonly parkedCount: bigint;
}

export interface ConnectionInfo extends ConsumerIdentity {
  readonly throughput: Throughput;
  readonly availableSlots: number;
  readonly inFlight: number;
  readonly measurements: readonly Measurement[];
}

/** Who reads, as far as that is known. */
export interface ConsumerIdentity {
  readonly from: string;
  readonly user: string;
  readonly connectionName: string;
}

/** Messages delivered, ever and since somebody last asked. */
export interface Throughput {
  readonly total: number;
  readonly sinceLastAsked: number;
  readonly perSecond: number;
}

/** Remembers when it was last asked. Times are milliseconds. */
export class ThroughputMeter {
  #total = 0;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  read(total: number, now: number): Throughput {
    const sinceLastAsked = total - this.#total;
    const elapsed = now - this.#at;
    this.#total = total;
    this.#at = now;
    const perSecond = elapsed <= 0 ? 0 : Math.trunc((sinceLastAsked * 1000) / elapsed);
    return { total, sinceLastAsked, perSecond };
  }
}
