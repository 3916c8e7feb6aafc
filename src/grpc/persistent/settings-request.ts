import type { CreateReq, UpdateReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { From } from '../../eventstore/event-store.ts';
import type { EventFilter } from '../../eventstore/filter.ts';
import type { SubscriptionName } from '../../eventstore/persistent/persistent-subscriptions.ts';
import { isStrategyName, type SubscriptionSettings, strategyNames } from '../../eventstore/persistent/settings.ts';
import { allName } from '../../eventstore/persistent/source.ts';
import { type FilterMessage, filterFrom } from '../read/read-request.ts';
import { placeFrom, streamNameFrom } from '../wire/wire-values.ts';

/** What Create and Update ask for, taken apart and checked. */
export interface SettingsRequest extends SubscriptionName {
  readonly settings: SubscriptionSettings;
  readonly filter: EventFilter | undefined;
}

type Options = CreateReq.Options | UpdateReq.Options;
type Settings = CreateReq.Settings | UpdateReq.Settings;

/** 100 ns ticks in a millisecond. */
const ticksPerMillisecond = 10_000;

/** By their number in `persistent.proto`. */
const numberedStrategies = ['DispatchToSingle', 'RoundRobin', 'Pinned'] as const;

/** The request, or a sentence that says what is wrong with it. */
export function parseSettingsRequest(options: Options | undefined): SettingsRequest | string {
  const settings = options?.getSettings();
  if (options === undefined || settings === undefined) return 'A persistent subscription needs options with settings.';
  const group = options.getGroupName();
  if (group === '') return 'A persistent subscription has the name of a group.';
  const place = placeOf(options, settings);
  if (typeof place === 'string') return place;
  const strategy = strategyOf(settings);
  if (!isStrategyName(strategy)) {
    return `Consumer strategy ${strategy} does not exist; there are ${strategyNames.join(', ')}.`;
  }
  return {
    source: place.source,
    group,
    filter: place.filter,
    settings: {
      startFrom: place.startFrom,
      strategy,
      resolveLinks: settings.getResolveLinks(),
      extraStatistics: settings.getExtraStatistics(),
      messageTimeout: settings.hasMessageTimeoutTicks()
        ? milliseconds(settings.getMessageTimeoutTicks())
        : settings.getMessageTimeoutMs(),
      checkpointAfter: settings.hasCheckpointAfterTicks()
        ? milliseconds(settings.getCheckpointAfterTicks())
        : settings.getCheckpointAfterMs(),
      maxRetryCount: settings.getMaxRetryCount(),
      minCheckpointCount: settings.getMinCheckpointCount(),
      maxCheckpointCount: settings.getMaxCheckpointCount(),
      maxSubscriberCount: settings.getMaxSubscriberCount(),
      liveBufferSize: settings.getLiveBufferSize(),
      historyBufferSize: settings.getHistoryBufferSize(),
      readBatchSize: settings.getReadBatchSize(),
    },
  };
}

interface Place {
  readonly source: string;
  readonly startFrom: From;
  readonly filter: EventFilter | undefined;
}

/** Where it reads, or a sentence. The oldest clients name the stream beside the settings and the revision among them. */
function placeOf(options: Options, settings: Settings): Place | string {
  const all = options.getAll();
  if (all !== undefined) {
    const filter = 'getFilter' in all ? filterOf(all.getFilter()) : undefined;
    if (typeof filter === 'string') return filter;
    const position = all.getPosition();
    const startFrom = position === undefined ? endOf(all) : placeFrom(position.getCommitPosition());
    return { source: allName, startFrom, filter };
  }
  const stream = options.getStream();
  const source = streamNameFrom((stream ?? options).getStreamIdentifier());
  if (source === undefined) return 'A persistent subscription is to $all, or to a stream with a name in UTF-8.';
  if (source === allName) return 'A persistent subscription to $all says so, instead of naming a stream.';
  if (stream === undefined) return { source, startFrom: placeFrom(settings.getRevision()), filter: undefined };
  return {
    source,
    startFrom: stream.hasRevision() ? placeFrom(stream.getRevision()) : endOf(stream),
    filter: undefined,
  };
}

function filterOf(filter: FilterMessage | undefined): EventFilter | undefined | string {
  return filter && filterFrom(filter);
}

function endOf(place: { hasEnd(): boolean }): 'start' | 'end' {
  return place.hasEnd() ? 'end' : 'start';
}

/** By name, from newer clients and on creation only; otherwise by number. */
function strategyOf(settings: Settings): string {
  const name = 'getConsumerStrategy' in settings ? settings.getConsumerStrategy() : '';
  const number = settings.getNamedConsumerStrategy();
  return name === '' ? (numberedStrategies[number] ?? String(number)) : name;
}

function milliseconds(ticks: string): number {
  return Math.trunc(Number(ticks) / ticksPerMillisecond);
}
