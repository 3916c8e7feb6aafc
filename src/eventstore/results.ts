import type { ResolvedEvent } from './events.ts';
import type { ActualRevision, ExpectedRevision } from './expected-revision.ts';
import type { StreamMetadata } from './stream-metadata.ts';

/** The stream did not stand where the writer believed; nothing was written. */
export interface WrongExpectedRevision {
  readonly kind: 'wrongExpectedRevision';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ActualRevision;
}

/** The stream was tombstoned, or was soft-deleted where an existing one was expected. */
export interface StreamDeleted {
  readonly kind: 'streamDeleted';
  readonly stream: string;
}

/** The store cannot do this now, nor later unless somebody helps; the reason is a sentence for a person. */
export interface StoreUnavailable {
  readonly kind: 'unavailable';
  readonly reason: string;
  /**
   * `invalidPosition`: no record begins where `$all` was to be read from.
   * `damaged`: what is kept is not what was written. `lost`: where it was kept is not there any more.
   */
  readonly why?: 'invalidPosition' | 'damaged' | 'lost';
}

/** Both numbers in bytes. */
export interface AppendTooLarge {
  readonly kind: 'appendTooLarge';
  readonly size: number;
  readonly limit: number;
}

/** Only the store itself writes here: `$all` and the streams its projections keep. */
export interface AccessDenied {
  readonly kind: 'accessDenied';
  readonly stream: string;
}

export interface Appended {
  readonly kind: 'appended';
  /** Revision of the last event appended (the original one, when the append was a repetition); −1 after appending nothing to no stream. */
  readonly revision: bigint;
  /** Position of the last event appended. */
  readonly position: bigint;
}

export type AppendResult =
  | Appended
  | WrongExpectedRevision
  | StreamDeleted
  | AppendTooLarge
  | AccessDenied
  | StoreUnavailable;

export type DeleteResult =
  | { readonly kind: 'deleted'; readonly position: bigint }
  | WrongExpectedRevision
  | StreamDeleted
  | AccessDenied
  | StoreUnavailable;

export type ReadStreamResult =
  | {
      readonly kind: 'events';
      /** Can be gone through once. Throws a `StoreError` when the store goes away half-way. */
      readonly events: AsyncIterable<ResolvedEvent>;
      /** The stream's last revision when the read began; a remote store may not know it. */
      readonly lastRevision: bigint | undefined;
    }
  | { readonly kind: 'streamNotFound'; readonly stream: string }
  | StreamDeleted
  | StoreUnavailable;

export type ReadMetadataResult =
  | {
      readonly kind: 'metadata';
      readonly metadata: StreamMetadata;
      /** Revision of the metadata itself, to expect when writing it again; `noStream` when it was never written. */
      readonly revision: ActualRevision;
    }
  | StreamDeleted
  | StoreUnavailable;

/** Why a subscription came to an end that its owner did not ask for. */
export type SubscriptionEnd =
  | StreamDeleted
  | StoreUnavailable
  /** The observer itself threw, or its promise was rejected. */
  | { readonly kind: 'observerFailed'; readonly thrown: unknown };
