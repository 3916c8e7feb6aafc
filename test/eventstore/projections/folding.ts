import { defaultLimits } from '../../../src/eventstore/projections/process/limits.ts';
import type { ProcessItem, ProcessLimits, ProjectedEvent } from '../../../src/eventstore/projections/protocol.ts';
import { Fold } from '../../../src/eventstore/projections/runtime/fold.ts';

export interface Given extends Partial<ProjectedEvent> {
  readonly type: string;
  /** Written as JSON unless there is a `bodyRaw`. */
  readonly data?: unknown;
  readonly metadata?: unknown;
  readonly partition?: string;
  readonly kind?: ProcessItem['kind'];
}

export function item(given: Given, index: number): ProcessItem {
  const { type, data = {}, metadata, partition = '', kind = 'event', ...event } = given;
  return {
    kind,
    partition,
    event: {
      streamId: 'game-1',
      sequenceNumber: index,
      eventType: type,
      eventId: '00000000-0000-4000-8000-000000000000',
      isJson: true,
      bodyRaw: JSON.stringify(data),
      metadataRaw: metadata === undefined ? '' : JSON.stringify(metadata),
      linkMetadataRaw: null,
      category: '',
      ...event,
    },
  };
}

export function fold(query: string, limits: Partial<ProcessLimits> = {}): Fold {
  return new Fold(query, { ...defaultLimits, ...limits });
}

/** What comes of these events, from nothing. */
export function outcome(query: string, events: readonly Given[], limits: Partial<ProcessLimits> = {}) {
  const items = events.map(item);
  const states = Object.fromEntries(items.map(({ partition }) => [partition, null]));
  const { outcomes, states: texts, shared } = fold(query, limits).process(items, states, null);
  return {
    states: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)])),
    shared: shared === null ? undefined : JSON.parse(shared),
    emitted: outcomes.flatMap(({ emitted }) => emitted),
    results: outcomes.map(({ result }) => result),
  };
}

/** The reason why these events make the code fail. */
export function failure(query: string, events: readonly Given[] = [], limits: Partial<ProcessLimits> = {}): string {
  try {
    outcome(query, events, limits);
  } catch (thrown) {
    const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
    return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
  }
  throw new Error('The code did not fail.');
}
