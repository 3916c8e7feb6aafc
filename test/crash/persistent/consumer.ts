import { setTimeout as pause } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';

/** What a consumer does with a message, by its revision alone: some are parked whenever they come, some are tried twice, the rest is done. */
export function treatmentOf(revision: bigint): 'park' | 'retry' | 'acknowledge' {
  if (revision % 10n === 3n) return 'park';
  return revision % 10n === 5n ? 'retry' : 'acknowledge';
}

/** What all consumers together know of one stream's messages, over all lives of the server. */
export interface Memory {
  /** Acknowledged by somebody, though nobody knows whether the server heard of it. */
  readonly acknowledged: Set<bigint>;
  /** Acknowledged since the server was started last. */
  readonly thisLife: Set<bigint>;
  /** Messages that came since the server was started last. */
  delivered: number;
}

export interface ConsumerReport {
  /** Came though the checkpoint at the server's start was past it. Must be none. */
  readonly beforeCheckpoint: number;
  /** Came again in the same life of the server though it was acknowledged. Must be none. */
  readonly twice: number;
  /** Came again in another life though it was acknowledged: the checkpoint had not come so far. */
  readonly repeated: number;
}

/** Reads messages and treats them until its connection is lost. */
export function consumeUntilLost(
  client: EventStoreDBClient,
  stream: string,
  group: string,
  checkpoint: bigint,
  memory: Memory,
): Promise<ConsumerReport> {
  let [beforeCheckpoint, twice, repeated] = [0, 0, 0];
  return new Promise((resolve) => {
    const subscription = client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize: 10 });
    const lost = () => resolve({ beforeCheckpoint, twice, repeated });
    subscription.on('error', lost);
    subscription.on('end', lost);
    subscription.on('data', async (resolved) => {
      const { event, link, retryCount = 0 } = resolved;
      if (event === undefined) return;
      const { revision } = event;
      memory.delivered += 1;
      // What was parked and is replayed comes by a link, wherever the checkpoint stands.
      if (link === undefined && revision <= checkpoint) beforeCheckpoint += 1;
      if (memory.thisLife.has(revision)) twice += 1;
      else if (memory.acknowledged.has(revision)) repeated += 1;
      // Long enough for a kill to find some of them on their way.
      if (link !== undefined) await pause(20);
      const treatment = treatmentOf(revision);
      if (treatment === 'park' || (treatment === 'retry' && retryCount === 0)) {
        return subscription.nack(treatment, 'as agreed', resolved).catch(() => {});
      }
      memory.acknowledged.add(revision);
      memory.thisLife.add(revision);
      return subscription.ack(resolved).catch(() => {});
    });
  });
}
