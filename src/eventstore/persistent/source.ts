import type { From } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import type { EventFilter } from '../filter.ts';

/** What a persistent subscription reads. */
export type Source =
  | { readonly kind: 'stream'; readonly stream: string }
  | { readonly kind: 'all'; readonly filter: EventFilter | undefined };

export const allName = '$all';

/** The stream's name, or `$all`. */
export function nameOf(source: Source): string {
  return source.kind === 'all' ? allName : source.stream;
}

/** What tells one persistent subscription from another, and is in the names of its streams. */
export function keyOf(sourceName: string, group: string): string {
  return `${sourceName}::${group}`;
}

/** Where EventStoreDB keeps what it has to remember, and so do we. */
export const configStream = '$persistentSubscriptionConfig';

export function checkpointStreamOf(key: string): string {
  return `$persistentsubscription-${key}-checkpoint`;
}

export function parkedStreamOf(key: string): string {
  return `$persistentsubscription-${key}-parked`;
}

/**
 * Checkpoints and parked messages of subscriptions to `$all` are never delivered by one: each
 * checkpoint would call for the next.
 */
export function isKeptFromAll({ stream }: RecordedEvent): boolean {
  return (
    stream.startsWith(`$persistentsubscription-${allName}::`) &&
    (stream.endsWith('-checkpoint') || stream.endsWith('-parked'))
  );
}

/** Where in its source a record stands: its revision, or its position in `$all`. */
export function placeIn(source: Source, record: RecordedEvent): bigint {
  return source.kind === 'all' ? record.position : record.revision;
}

/** As EventStoreDB writes places: `41`, or `C:41/P:41` in `$all`; the end is −1. */
export function formatPlace(source: Source, place: From): string {
  const number = place === 'start' ? 0n : place === 'end' ? -1n : place;
  return source.kind === 'all' ? `C:${number}/P:${number}` : String(number);
}

/** Undefined when the text is no place. */
export function parsePlace(text: string): From | undefined {
  const [, number] = /^(?:C:(?=-?\d+\/P:-?\d+$))?(-?\d{1,19})(?:\/P:-?\d+)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (number.startsWith('-')) return 'end';
  return number === '0' ? 'start' : BigInt(number);
}
