import * as v from 'valibot';
import type { EventFilter } from '../filter.ts';
import type { SubscriptionDefinition } from './definition.ts';
import { defaultSettings, strategyNames } from './settings.ts';
import { allName, formatPlace, nameOf, parsePlace, type Source } from './source.ts';

/** The version of EventStoreDB's configuration that names strategies. */
const configVersion = '2';

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

const filterSchema = v.object({
  context: v.picklist(['streamid', 'eventtype']),
  type: v.picklist(['regex', 'prefix']),
  /** A regular expression, or prefixes with commas between them. */
  data: v.string(),
  /** Ours alone: how the regular expression is to be read, and prefixes that may have commas in them. */
  flags: v.optional(v.string()),
  prefixes: v.optional(v.array(v.string())),
});

const entrySchema = v.object({
  stream: v.string(),
  group: v.string(),
  filter: v.nullish(filterSchema),
  resolveLinkTos: v.optional(v.boolean(), false),
  extraStatistics: v.optional(v.boolean(), false),
  messageTimeout: count,
  startPosition: v.optional(v.string(), '-1'),
  /** Ours alone: what `end` was when the subscription was made. */
  liveFrom: v.optional(v.string()),
  liveBufferSize: count,
  historyBufferSize: count,
  maxRetryCount: count,
  readBatchSize: count,
  checkPointAfter: count,
  minCheckPointCount: count,
  maxCheckPointCount: count,
  maxSubscriberCount: count,
  namedConsumerStrategy: v.picklist(strategyNames),
});

const configSchema = v.object({ version: v.string(), entries: v.array(entrySchema) });

type Entry = v.InferOutput<typeof entrySchema>;
type Filter = v.InferOutput<typeof filterSchema>;

/** Writes what `$persistentSubscriptionConfig` holds, in EventStoreDB's own form. */
export function formatConfig(definitions: readonly SubscriptionDefinition[], updatedBy: string, updated: Date): string {
  const entries = definitions.map(entryOf);
  return JSON.stringify({ version: configVersion, updated: updated.toISOString(), updatedBy, entries });
}

/** Reads it again. Throws an `Error` when it makes no sense: to forget a subscription in silence would lose messages. */
export function parseConfig(data: Uint8Array): SubscriptionDefinition[] {
  const { entries } = v.parse(configSchema, JSON.parse(Buffer.from(data).toString('utf8')));
  return entries.map(definitionOf);
}

function entryOf({ source, group, settings, liveFrom }: SubscriptionDefinition): Entry {
  return {
    stream: nameOf(source),
    group,
    filter: source.kind === 'all' && source.filter !== undefined ? filterOf(source.filter) : null,
    resolveLinkTos: settings.resolveLinks,
    extraStatistics: settings.extraStatistics,
    messageTimeout: settings.messageTimeout,
    startPosition: formatPlace(source, settings.startFrom),
    ...(liveFrom !== undefined && { liveFrom: String(liveFrom) }),
    liveBufferSize: settings.liveBufferSize,
    historyBufferSize: settings.historyBufferSize,
    maxRetryCount: settings.maxRetryCount,
    readBatchSize: settings.readBatchSize,
    checkPointAfter: settings.checkpointAfter,
    minCheckPointCount: settings.minCheckpointCount,
    maxCheckPointCount: settings.maxCheckpointCount,
    maxSubscriberCount: settings.maxSubscriberCount,
    namedConsumerStrategy: settings.strategy,
  };
}

/** What EventStoreDB leaves out of its JSON is zero, false or empty. */
function definitionOf(entry: Entry): SubscriptionDefinition {
  const startFrom = parsePlace(entry.startPosition);
  if (startFrom === undefined) throw new Error(`"${entry.startPosition}" is no place to start from.`);
  return {
    source: sourceOf(entry),
    group: entry.group,
    liveFrom: entry.liveFrom === undefined ? undefined : BigInt(entry.liveFrom),
    settings: {
      startFrom,
      resolveLinks: entry.resolveLinkTos,
      extraStatistics: entry.extraStatistics,
      messageTimeout: entry.messageTimeout ?? 0,
      maxRetryCount: entry.maxRetryCount ?? 0,
      historyBufferSize: entry.historyBufferSize ?? defaultSettings.historyBufferSize,
      liveBufferSize: entry.liveBufferSize ?? 0,
      readBatchSize: entry.readBatchSize ?? 0,
      checkpointAfter: entry.checkPointAfter ?? 0,
      minCheckpointCount: entry.minCheckPointCount ?? 0,
      maxCheckpointCount: entry.maxCheckPointCount ?? 0,
      maxSubscriberCount: entry.maxSubscriberCount ?? 0,
      strategy: entry.namedConsumerStrategy,
    },
  };
}

function sourceOf({ stream, filter }: Entry): Source {
  if (stream !== allName) return { kind: 'stream', stream };
  return { kind: 'all', filter: filter == null ? undefined : eventFilterOf(filter) };
}

function filterOf({ on, match }: EventFilter): Filter {
  const context = on === 'stream' ? 'streamid' : 'eventtype';
  if ('regex' in match) return { context, type: 'regex', data: match.regex.source, flags: match.regex.flags };
  return { context, type: 'prefix', data: match.prefixes.join(','), prefixes: [...match.prefixes] };
}

function eventFilterOf({ context, type, data, flags, prefixes }: Filter): EventFilter {
  const on = context === 'streamid' ? 'stream' : 'type';
  if (type === 'regex') return { on, match: { regex: new RegExp(data, flags) } };
  return { on, match: { prefixes: prefixes ?? data.split(',').filter((prefix) => prefix !== '') } };
}
