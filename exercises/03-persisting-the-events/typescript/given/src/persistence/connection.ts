import { EventStoreDBClient } from '@eventstore/db-client';

/** The event store to use: the companion says where its own one is, and anybody may name another. */
export const connectionString = process.env.GROUND_UP_CONNECTION_STRING ?? 'esdb://localhost:2113?tls=false';

export function connect(): EventStoreDBClient {
  return EventStoreDBClient.connectionString(connectionString);
}
