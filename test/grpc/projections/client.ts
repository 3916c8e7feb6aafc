import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, type ResolvedEvent, StreamNotFoundError } from '@eventstore/db-client';
import { type ServedProcess, serveInProcess } from '../clients/served-process.ts';

export interface ServedClient {
  readonly client: EventStoreDBClient;
  readonly server: ServedProcess;
}

/** Where the server is, for a client that waits as long as a busy machine may take. */
export function patiently({ connectionString }: ServedProcess): string {
  return `${connectionString}&defaultDeadline=120000`;
}

/** Gives a test the official client and a server in a process of its own, and stops both afterwards. */
export async function withClient<T>(run: (served: ServedClient) => Promise<T>, dataFolder?: string): Promise<T> {
  const server = await serveInProcess(dataFolder === undefined ? {} : { dataFolder });
  const client = EventStoreDBClient.connectionString(patiently(server));
  try {
    return await run({ client, server });
  } finally {
    await client.dispose();
    await server.stop();
  }
}

/** Asks again and again until the answer is as wanted, for a minute: machines may be as slow as they like. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`It stayed ${JSON.stringify(answer, textOfBigints)}.`);
    await pause(20);
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

function textOfBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
