import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import type { SubscriptionName } from '../../eventstore/persistent/persistent-subscriptions.ts';
import { allName } from '../../eventstore/persistent/source.ts';
import { streamNameFrom } from '../wire/wire-values.ts';

/** How requests name a subscription. */
export interface NamedOptions {
  hasAll(): boolean;
  getStreamIdentifier(): StreamIdentifier | undefined;
  getGroupName(): string;
}

/** The subscription's name, or a sentence that says what is missing. */
export function nameFrom(options: NamedOptions | undefined): SubscriptionName | string {
  if (options === undefined) return 'The request needs options.';
  const group = options.getGroupName();
  if (group === '') return 'A persistent subscription has the name of a group.';
  if (options.hasAll()) return { source: allName, group };
  const source = streamNameFrom(options.getStreamIdentifier());
  if (source === undefined) return 'A persistent subscription is to $all, or to a stream with a name in UTF-8.';
  return { source, group };
}
