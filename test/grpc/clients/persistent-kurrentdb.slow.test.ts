import {
  type EventData,
  jsonEvent,
  KurrentDBClient,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { TestEvent } from './cases.ts';
import { type PersistentClientUnderTest, persistentClientCases } from './persistent-cases.ts';

const toEvents = (events: readonly TestEvent[]): EventData[] =>
  events.map(({ id, type, data }) => jsonEvent({ id, type, data }));

function property(error: unknown, name: string): string {
  return error instanceof Error && name in error ? String(Reflect.get(error, name)) : String(error);
}

async function connect(connectionString: string): Promise<PersistentClientUnderTest> {
  const client = KurrentDBClient.connectionString(connectionString.replace('esdb://', 'kurrentdb://'));
  return {
    append: (stream, events) => client.appendToStream(stream, toEvents(events)),
    create: (stream, group, settings) =>
      client.createPersistentSubscriptionToStream(
        stream,
        group,
        persistentSubscriptionToStreamSettingsFromDefaults(settings),
      ),
    createToAll: (group, settings, prefix) =>
      client.createPersistentSubscriptionToAll(group, persistentSubscriptionToAllSettingsFromDefaults(settings), {
        filter: streamNameFilter({ prefixes: [prefix] }),
      }),
    update: (stream, group, settings) =>
      client.updatePersistentSubscriptionToStream(
        stream,
        group,
        persistentSubscriptionToStreamSettingsFromDefaults(settings),
      ),
    delete: (stream, group) => client.deletePersistentSubscriptionToStream(stream, group),
    replayParked: (stream, group, stopAt) =>
      client.replayParkedMessagesToStream(stream, group, stopAt === undefined ? {} : { stopAt }),
    restart: () => client.restartPersistentSubscriptionSubsystem(),
    async info(stream, group) {
      const { stats, settings, connections } = await client.getPersistentSubscriptionToStreamInfo(stream, group);
      return {
        parked: stats.parkedMessageCount,
        strategy: String(settings.consumerStrategyName),
        checkpoint: stats.lastCheckpointedEventRevision,
        connections: connections.length,
      };
    },
    async groupsOf(stream) {
      const list = await client.listPersistentSubscriptionsToStream(stream);
      return list.map(({ groupName }) => groupName);
    },
    read(stream, group, tell, failed) {
      const subscription =
        stream === undefined
          ? client.subscribeToPersistentSubscriptionToAll(group)
          : client.subscribeToPersistentSubscriptionToStream(stream, group);
      subscription.on('data', (resolved) =>
        tell({
          type: resolved.event?.type,
          stream: resolved.event?.streamId,
          retries: resolved.retryCount,
          ack: () => subscription.ack(resolved),
          nack: (action) => subscription.nack(action, 'to try it', resolved),
        }),
      );
      subscription.on('error', (error) => failed(property(error, 'type')));
      return () => subscription.unsubscribe();
    },
    describe: (error) => ({
      type: property(error, 'type'),
      stream: property(error, 'streamName'),
      group: property(error, 'groupName'),
    }),
    dispose: () => client.dispose(),
  };
}

persistentClientCases('@kurrent/kurrentdb-client', connect);
