import type { EventStore } from '../event-store.ts';
import { lastPosition } from '../last-position.ts';
import type { ProjectionDefinition } from './definition.ts';
import { describePlace } from './place.ts';
import type { ProjectionStatistics } from './statistics.ts';

/** The store itself keeps what these would: `$ce-…` and `$et-…` are always there and always complete. */
export const keptByTheStore: readonly string[] = ['$by_category', '$by_event_type'];

/** EventStoreDB's other standard projections, in the language of one's own. They are there and stopped until somebody enables them. */
const queries: Readonly<Record<string, string>> = {
  $streams: `fromAll().when({
  $any(state, event) {
    if (event.sequenceNumber === 0 && !event.streamId.startsWith('$')) linkTo('$streams', event);
  }
})`,
  $stream_by_category: `fromAll().when({
  $any(state, event) {
    const dash = event.streamId.indexOf('-');
    if (event.sequenceNumber !== 0 || dash < 1 || event.streamId.startsWith('$')) return;
    linkStreamTo('$category-' + event.streamId.slice(0, dash), event.streamId);
  }
})`,
  $by_correlation_id: `fromAll().when({
  $any(state, event) {
    const correlation = event.metadata && event.metadata.$correlationId;
    if (typeof correlation === 'string' && correlation !== '') linkTo('$bc-' + correlation, event);
  }
})`,
};

export const standardDefinitions: readonly ProjectionDefinition[] = Object.entries(queries).map(([name, query]) => ({
  name,
  id: 0,
  mode: 'Continuous',
  query,
  enabled: false,
  emitEnabled: true,
  trackEmittedStreams: false,
  version: 0,
  epoch: 0,
}));

export function isStandard(name: string): boolean {
  return keptByTheStore.includes(name) || Object.hasOwn(queries, name);
}

/** They run as long as the store does, and are never behind. */
export async function keptStatistics(store: EventStore): Promise<readonly ProjectionStatistics[]> {
  const place = describePlace({ kind: 'all', at: await lastPosition(store) });
  return keptByTheStore.map((name) => ({
    name,
    mode: 'Continuous',
    status: 'Running',
    reason: '',
    version: 0,
    epoch: 0,
    position: place,
    lastCheckpoint: place,
    progress: 100,
    handledSinceStart: 0,
    waiting: 0,
    partitions: 0,
  }));
}
