import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type EventData,
  EventStoreDBClient,
  jsonEvent,
  type ResolvedEvent,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type ClientUnderTest, clientCases, events, type Seen, type TestEvent } from './cases.ts';
import { serveInProcess } from './served-process.ts';

type Credentials = { readonly username: string; readonly password: string };

const toEvents = (events: readonly TestEvent[]): EventData[] =>
  events.map(({ id, type, data }) => jsonEvent({ id, type, data }));

const seen = ({ event }: ResolvedEvent): Seen => ({ type: event?.type, revision: event?.revision, data: event?.data });

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : String(error);
}

/** With credentials the client takes another way: Append instead of BatchAppend. */
async function connect(connectionString: string, credentials?: Credentials): Promise<ClientUnderTest> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const who = credentials === undefined ? {} : { credentials };
  return {
    async append(stream, events, expectedRevision = 'any') {
      const result = await client.appendToStream(stream, toEvents(events), { expectedRevision, ...who });
      return { revision: result.nextExpectedRevision, position: result.position?.commit ?? -1n };
    },
    async read(stream, direction) {
      const all: Seen[] = [];
      const fromRevision = direction === 'forwards' ? 'start' : 'end';
      for await (const resolved of client.readStream(stream, { direction, fromRevision, ...who }))
        all.push(seen(resolved));
      return all;
    },
    async typesInAll(prefix) {
      const types: string[] = [];
      for await (const { event } of client.readAll(who)) if (event?.streamId.startsWith(prefix)) types.push(event.type);
      return types;
    },
    subscribe(stream, tell) {
      const subscription = client.subscribeToStream(stream, who);
      subscription.on('data', (resolved) => tell(seen(resolved)));
      subscription.on('caughtUp', () => tell('caughtUp'));
      subscription.on('error', (error) => tell({ error: typeOf(error) }));
      return () => subscription.unsubscribe();
    },
    delete: (stream) => client.deleteStream(stream, who),
    tombstone: (stream) => client.tombstoneStream(stream, who),
    setMaxCount: (stream, maxCount) => client.setStreamMetadata(stream, { maxCount }, who),
    maxCount: async (stream) => (await client.getStreamMetadata(stream, who)).metadata?.maxCount,
    describe(error) {
      if (!(error instanceof WrongExpectedVersionError)) return { type: typeOf(error) };
      return { type: error.type, expected: error.expectedVersion, actual: error.actualVersion };
    },
    dispose: () => client.dispose(),
  };
}

clientCases('@eventstore/db-client, which uses BatchAppend', (connectionString) => connect(connectionString));
clientCases('@eventstore/db-client with credentials, which uses Append', (connectionString) =>
  connect(connectionString, { username: 'admin', password: 'changeit' }),
);

describe('@eventstore/db-client that looks for its server', () => {
  for (const [title, address] of [
    ['by gossip', (port: number) => `esdb+discover://localhost:${port}?tls=false`],
    ['among several hosts', (port: number) => `esdb://127.0.0.1:${port},localhost:${port}?tls=false`],
  ] as const) {
    it(`finds it ${title}`, async () => {
      const server = await serveInProcess();
      const client = await connect(address(server.port));
      assert.equal((await client.append('game-1', events('A'))).revision, 0n);
      await client.dispose();
      await server.stop();
    });
  }
});
