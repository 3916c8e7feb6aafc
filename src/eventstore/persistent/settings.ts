import type { From } from '../event-store.ts';

/** The names by which EventStoreDB knows its ways of sharing messages out. */
export const strategyNames = ['RoundRobin', 'DispatchToSingle', 'Pinned', 'PinnedByCorrelation'] as const;

export type StrategyName = (typeof strategyNames)[number];

/** How a persistent subscription treats its messages. Times are milliseconds. */
export interface SubscriptionSettings {
  /** The first revision (of a stream) or position (of `$all`) to be delivered, itself included; counts until there is a checkpoint. */
  readonly startFrom: From;
  readonly resolveLinks: boolean;
  /** How long a consumer may take for a message before somebody else gets it; 0 for as long as it likes. */
  readonly messageTimeout: number;
  /** A message that would be delivered again more often than this is parked. */
  readonly maxRetryCount: number;
  /** Messages held ready while history is read, and while everything is live. */
  readonly historyBufferSize: number;
  readonly liveBufferSize: number;
  /** Reading goes on when there is room for so many messages. */
  readonly readBatchSize: number;
  /** A checkpoint is written after this time when `minCheckpointCount` messages are done, and at once when `maxCheckpointCount` are; 0 leaves the time out. */
  readonly checkpointAfter: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  /** 0 for any number. */
  readonly maxSubscriberCount: number;
  readonly strategy: StrategyName;
  /** Measure how long each consumer takes. */
  readonly extraStatistics: boolean;
}

/** The official clients' own defaults. */
export const defaultSettings: SubscriptionSettings = {
  startFrom: 'end',
  resolveLinks: false,
  messageTimeout: 30_000,
  maxRetryCount: 10,
  historyBufferSize: 500,
  liveBufferSize: 500,
  readBatchSize: 20,
  checkpointAfter: 2_000,
  minCheckpointCount: 10,
  maxCheckpointCount: 1_000,
  maxSubscriberCount: 0,
  strategy: 'RoundRobin',
  extraStatistics: false,
};

export function isStrategyName(name: string): name is StrategyName {
  return strategyNames.some((known) => known === name);
}

/** What makes these settings impossible, in a sentence; undefined when nothing does. */
export function problemWith(settings: SubscriptionSettings): string | undefined {
  const { readBatchSize, historyBufferSize } = settings;
  if (readBatchSize >= historyBufferSize) {
    return `The read batch size (${readBatchSize}) must be smaller than the history buffer (${historyBufferSize}).`;
  }
  const negative = Object.entries(settings).find(([, value]) => typeof value === 'number' && value < 0);
  return negative === undefined ? undefined : `${negative[0]} may not be negative (${negative[1]}).`;
}
