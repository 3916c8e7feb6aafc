import { messageOf } from '../base/errors.ts';
import { RemoteEventStore, type RemoteStore } from './remote/remote-event-store.ts';
import type { StoreUnavailable } from './results.ts';

export type { ConnectionState } from './remote/remote-subscription.ts';
export type { RemoteStore };

export type RemoteOpenResult = { readonly kind: 'opened'; readonly store: RemoteStore } | StoreUnavailable;

/**
 * A store behind a connection string such as `esdb://localhost:2113?tls=false`. Loads the official
 * client; connects on first use, so an `opened` store may still turn out to be out of reach.
 */
export async function openRemoteStore(connectionString: string): Promise<RemoteOpenResult> {
  try {
    // Bundled as CommonJS it has its members on `default`, run by Node itself as well.
    const library = await import('@eventstore/db-client');
    const client = library.EventStoreDBClient.connectionString(connectionString);
    return { kind: 'opened', store: new RemoteEventStore(client, library) };
  } catch (thrown) {
    return { kind: 'unavailable', reason: `The connection string cannot be used: ${messageOf(thrown)}` };
  }
}
