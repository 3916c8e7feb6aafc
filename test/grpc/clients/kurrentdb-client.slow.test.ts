import {
  type EventData,
  jsonEvent,
  KurrentDBClient,
  type ResolvedEvent,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { type ClientUnderTest, clientCases, type Seen, type TestEvent } from './cases.ts';

const toEvents = (events: readonly TestEvent[]): EventData[] =>
  events.map(({ id, type, data }) => jsonEvent({ id, type, data }));

const seen = ({ event }: ResolvedEvent): Seen => ({ type: event?.type, revision: event?.revision, data: event?.data });

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : String(error);
}

/** Reads go over this client's native bridge and a second connection. */
async function connect(connectionString: string): Promise<ClientUnderTest> {
  const client = KurrentDBClient.connectionString(connectionString.replace('esdb://', 'kurrentdb://'));
  return {
    async append(stream, events, streamState = 'any') {
      const result = await client.appendToStream(stream, toEvents(events), { streamState });
      return { revision: result.nextExpectedRevision, position: result.position?.commit ?? -1n };
    },
    async read(stream, direction) {
      const all: Seen[] = [];
      const fromRevision = direction === 'forwards' ? 'start' : 'end';
      for await (const resolved of client.readStream(stream, { direction, fromRevision })) all.push(seen(resolved));
      return all;
    },
    async typesInAll(prefix) {
      const types: string[] = [];
      for await (const { event } of client.readAll()) if (event?.streamId.startsWith(prefix)) types.push(event.type);
      return types;
    },
    subscribe(stream, tell) {
      const subscription = client.subscribeToStream(stream);
      subscription.on('data', (resolved) => tell(seen(resolved)));
      subscription.on('caughtUp', () => tell('caughtUp'));
      subscription.on('error', (error) => tell({ error: typeOf(error) }));
      return () => subscription.unsubscribe();
    },
    delete: (stream) => client.deleteStream(stream),
    tombstone: (stream) => client.tombstoneStream(stream),
    setMaxCount: (stream, maxCount) => client.setStreamMetadata(stream, { maxCount }),
    maxCount: async (stream) => (await client.getStreamMetadata(stream)).metadata?.maxCount,
    describe(error) {
      if (!(error instanceof WrongExpectedVersionError)) return { type: typeOf(error) };
      return { type: error.type, expected: error.expectedState, actual: error.actualState };
    },
    dispose: () => client.dispose(),
  };
}

clientCases('@kurrent/kurrentdb-client', connect);
