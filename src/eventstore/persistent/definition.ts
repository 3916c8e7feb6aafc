import type { SubscriptionSettings } from './settings.ts';
import type { Source } from './source.ts';

/** A persistent subscription as it was asked for, and as it is remembered. */
export interface SubscriptionDefinition {
  readonly source: Source;
  readonly group: string;
  readonly settings: SubscriptionSettings;
  /**
   * The place after which it begins, where that is not plain from its settings: where the source ended when it was told to
   * start from the end (−1 for a stream without events), or the record before a position of `$all`. Kept, so that nothing
   * that comes after it can be missed by a restart.
   */
  readonly liveFrom: bigint | undefined;
}

/** The place after which a subscription without a checkpoint begins; undefined for the very start. */
export function startOf({ settings: { startFrom }, liveFrom }: SubscriptionDefinition): bigint | undefined {
  if (liveFrom !== undefined || startFrom === 'end') return liveFrom;
  return startFrom === 'start' ? undefined : startFrom - 1n;
}
