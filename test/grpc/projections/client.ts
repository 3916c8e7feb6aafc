import { EventStoreDBClient, type ResolvedEvent, StreamNotFoundError } from '@eventstore/db-client';
import { type ServedProcess, serveInProcess } from '../clients/served-process.ts';
import { patiently } from './waiting.ts';

export interface ServedClient {
  readonly client: EventStoreDBClient;
  readonly server: ServedProcess;
}

/** Gives a test the official client and a server in a process of its own, and stops both afterwards. */
export async function withClient<T>(run: (served: ServedClient) => Promise<T>): Promise<T> {
  const server = await serveInProcess();
  const client = EventStoreDBClient.connectionString(patiently(server));
  try {
    return await run({ client, server });
  } finally {
    await client.dispose();
    await server.stop();
  }
}

/** Every event of a stream, links resolved; none when it does not exist. */
export async function eventsOf(client: EventStoreDBClient, stream: string): Promise<readonly ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  try {
    for await (const event of client.readStream(stream, { resolveLinkTos: true })) events.push(event);
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return events;
}
