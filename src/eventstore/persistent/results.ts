import type { ConsumerConnection } from './connection.ts';
import type { SubscriptionInfo } from './info.ts';

/** There is one of that name already. */
export interface SubscriptionExists {
  readonly kind: 'exists';
}

export interface SubscriptionDoesNotExist {
  readonly kind: 'doesNotExist';
}

/** It has as many consumers as it may have. */
export interface MaximumSubscribersReached {
  readonly kind: 'maximumSubscribersReached';
}

/** What was asked for cannot be; the reason is a sentence for a person. */
export interface SubscriptionFailed {
  readonly kind: 'failed';
  readonly reason: string;
}

export interface Done {
  readonly kind: 'done';
}

export type CreateResult = Done | SubscriptionExists | SubscriptionFailed;

export type ChangeResult = Done | SubscriptionDoesNotExist | SubscriptionFailed;

export type InfoResult =
  | { readonly kind: 'info'; readonly info: SubscriptionInfo }
  | SubscriptionDoesNotExist
  | SubscriptionFailed;

export type ListResult =
  | { readonly kind: 'list'; readonly infos: readonly SubscriptionInfo[] }
  | SubscriptionDoesNotExist
  | SubscriptionFailed;

export type ConnectResult =
  | { readonly kind: 'connected'; readonly connection: ConsumerConnection }
  | MaximumSubscribersReached
  | SubscriptionDoesNotExist
  | SubscriptionFailed;

/** Every way in which a persistent subscription can be refused. */
export type SubscriptionRefusal =
  | SubscriptionExists
  | SubscriptionDoesNotExist
  | MaximumSubscribersReached
  | SubscriptionFailed;
