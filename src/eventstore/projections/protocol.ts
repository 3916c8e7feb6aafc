/**
 * What the server and the process that runs a projection's code say to each other. The process
 * answers each request once, in the order asked. States, bodies and results travel as JSON text, so
 * that nothing but text ever leaves the process.
 */
export interface ProcessLimits {
  /** Milliseconds for one go of the projection's code. */
  readonly time: number;
  /** Megabytes of heap. */
  readonly memory: number;
  /** Bytes of one state or result. */
  readonly state: number;
  /** Events, and bytes of them, that one event may lead to. */
  readonly emittedEvents: number;
  readonly emittedBytes: number;
}

export type ProcessRequest =
  | { readonly kind: 'compile'; readonly query: string; readonly limits: ProcessLimits }
  /** In which partition each event belongs, by the projection's own function. */
  | { readonly kind: 'partition'; readonly events: readonly ProjectedEvent[] }
  | {
      readonly kind: 'process';
      readonly items: readonly ProcessItem[];
      /** The state of each partition that the items name; null where it has none yet. */
      readonly states: Readonly<Record<string, string | null>>;
      /** The state that all partitions share; null where there is none yet. */
      readonly shared: string | null;
    }
  /** Makes a result of a state. */
  | { readonly kind: 'transform'; readonly state: string };

export type ProcessAnswer =
  | { readonly kind: 'compiled'; readonly sources: QuerySources; readonly initial: string }
  | { readonly kind: 'partitioned'; readonly partitions: readonly (string | null)[] }
  | {
      readonly kind: 'processed';
      /** One for each item that was processed: all of them, or as many as there was time for, and at least one. */
      readonly outcomes: readonly ItemOutcome[];
      readonly states: Readonly<Record<string, string>>;
      readonly shared: string | null;
    }
  | { readonly kind: 'transformed'; readonly result: string | null }
  /** The projection's code failed; `at` is the item that it failed at, where one is to blame. */
  | { readonly kind: 'failed'; readonly reason: string; readonly at?: number };

/** An event as the projection's code sees it, with its body still to be parsed. */
export interface ProjectedEvent {
  readonly streamId: string;
  readonly sequenceNumber: number;
  readonly eventType: string;
  readonly eventId: string;
  readonly isJson: boolean;
  readonly bodyRaw: string;
  readonly metadataRaw: string;
  /** Null for an event that no link led to. */
  readonly linkMetadataRaw: string | null;
  readonly category: string;
}

export interface ProcessItem {
  readonly kind: 'event' | 'deleted';
  /** Empty for a projection that is not partitioned. */
  readonly partition: string;
  readonly event: ProjectedEvent;
}

export interface ItemOutcome {
  readonly emitted: readonly EmittedEvent[];
  /** The partition's result where it changed; null where there is none any more. */
  readonly result?: string | null;
}

export interface EmittedEvent {
  readonly stream: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: string;
  /** A JSON object; null for none. */
  readonly metadata: string | null;
}

/** What a projection's code says of itself: what it reads, and how it sees it. */
export interface QuerySources {
  readonly allStreams: boolean;
  readonly streams: readonly string[];
  readonly categories: readonly string[];
  readonly includeLinks: boolean;
  readonly allEvents: boolean;
  /** Types of events; counts unless all are wanted. */
  readonly events: readonly string[];
  readonly partitioned: 'no' | 'byStream' | 'byFunction';
  readonly handlesDeleted: boolean;
  /** Its handlers see the partition's state and the one that all partitions share. */
  readonly biState: boolean;
  readonly transforms: boolean;
  readonly outputsState: boolean;
  readonly resultStream: string | null;
  /** With `{0}` for the partition. */
  readonly partitionResultStream: string | null;
}
