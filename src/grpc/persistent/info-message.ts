import persistent, { type SubscriptionInfo as InfoMessage } from '@eventstore/db-client/generated/persistent_pb.js';
import type { ConnectionInfo, SubscriptionInfo } from '../../eventstore/persistent/info.ts';
import { formatPlace, nameOf } from '../../eventstore/persistent/source.ts';

/** `SubscriptionInfo` as the clients read it; a place that is not known is an empty text. */
export function infoMessage(info: SubscriptionInfo): InfoMessage {
  const { source, settings, throughput } = info;
  const place = (known: bigint | undefined) => (known === undefined ? '' : formatPlace(source, known));
  const message = new persistent.SubscriptionInfo();
  message.setEventSource(nameOf(source));
  message.setGroupName(info.group);
  message.setStatus(info.status);
  message.setConnectionsList(info.connections.map(connectionMessage));
  message.setAveragePerSecond(throughput.perSecond);
  message.setTotalItems(String(throughput.total));
  message.setCountSinceLastMeasurement(String(throughput.sinceLastAsked));
  message.setLastCheckpointedEventPosition(place(info.lastCheckpoint));
  message.setLastKnownEventPosition(place(info.lastKnown));
  message.setReadBufferCount(info.historyBufferCount);
  message.setLiveBufferCount(String(info.liveBufferCount));
  message.setRetryBufferCount(info.retryBufferCount);
  message.setTotalInFlightMessages(info.connections.reduce((sum, { inFlight }) => sum + inFlight, 0));
  message.setOutstandingMessagesCount(info.outstandingCount);
  message.setParkedMessageCount(String(info.parkedCount));
  message.setResolveLinkTos(settings.resolveLinks);
  message.setStartFrom(formatPlace(source, settings.startFrom));
  message.setMessageTimeoutMilliseconds(settings.messageTimeout);
  message.setExtraStatistics(settings.extraStatistics);
  message.setMaxRetryCount(settings.maxRetryCount);
  message.setLiveBufferSize(settings.liveBufferSize);
  message.setBufferSize(settings.historyBufferSize);
  message.setReadBatchSize(settings.readBatchSize);
  message.setCheckPointAfterMilliseconds(settings.checkpointAfter);
  message.setMinCheckPointCount(settings.minCheckpointCount);
  message.setMaxCheckPointCount(settings.maxCheckpointCount);
  message.setNamedConsumerStrategy(settings.strategy);
  message.setMaxSubscriberCount(settings.maxSubscriberCount);
  return message;
}

function connectionMessage(info: ConnectionInfo) {
  const { throughput } = info;
  const message = new persistent.SubscriptionInfo.ConnectionInfo();
  message.setFrom(info.from);
  message.setUsername(info.user);
  message.setConnectionName(info.connectionName);
  message.setAverageItemsPerSecond(throughput.perSecond);
  message.setTotalItems(String(throughput.total));
  message.setCountSinceLastMeasurement(String(throughput.sinceLastAsked));
  message.setAvailableSlots(info.availableSlots);
  message.setInFlightMessages(info.inFlight);
  message.setObservedMeasurementsList(
    info.measurements.map(({ key, value }) => {
      const measurement = new persistent.SubscriptionInfo.Measurement();
      measurement.setKey(key);
      measurement.setValue(String(value));
      return measurement;
    }),
  );
  return message;
}
