import type { EventStore } from '../../src/eventstore/event-store.ts';
import type { Writer } from './writer.ts';

/** What must be none of each. */
export interface Damage {
  readonly lost: number;
  readonly partial: number;
  readonly gaps: number;
  readonly duplicates: number;
}

export const unharmed: Damage = { lost: 0, partial: 0, gaps: 0, duplicates: 0 };

export function sum(a: Damage, b: Damage): Damage {
  return {
    lost: a.lost + b.lost,
    partial: a.partial + b.partial,
    gaps: a.gaps + b.gaps,
    duplicates: a.duplicates + b.duplicates,
  };
}

/** Compares a stream, from a revision on, with what its writer knows. */
export async function inspect(store: EventStore, writer: Writer, from: number): Promise<Damage> {
  const { stream, acknowledged, unanswered = [] } = writer;
  const result = await store.readStream(stream, { from: BigInt(from) });
  if (result.kind === 'streamNotFound' && acknowledged.length === 0) return unharmed;
  if (result.kind !== 'events') throw new Error(`${stream} could not be read: ${result.kind}`);
  const ids: string[] = [];
  let gaps = 0;
  for await (const { event } of result.events) {
    if (event === undefined) continue;
    if (event.revision !== BigInt(from + ids.length)) gaps += 1;
    ids.push(event.id);
  }
  const expected = acknowledged.slice(from);
  const lost = expected.filter((id, index) => ids[index] !== id).length;
  const rest = ids.slice(expected.length);
  // What was not acknowledged may be there as a whole or not at all.
  const whole =
    rest.length === 0 || (rest.length === unanswered.length && rest.every((id, n) => unanswered[n]?.id === id));
  return { lost, gaps, partial: whole ? 0 : 1, duplicates: ids.length - new Set(ids).size };
}
