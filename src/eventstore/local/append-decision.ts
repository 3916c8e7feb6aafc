import { type ActualRevision, type ExpectedRevision, matchesExpectedRevision } from '../expected-revision.ts';

/** Where the stream stands that somebody wants to append to. */
export interface StreamStanding {
  readonly actual: ActualRevision;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  /** Its metadata was written, though it may have no events. */
  readonly described: boolean;
}

/** Finds earlier events of the stream by id and by revision. */
export interface EarlierEvents {
  revisionOf(id: string): bigint | undefined;
  idAt(revision: bigint): string | undefined;
}

export type AppendDecision =
  | { readonly kind: 'write' }
  /** Exactly this was appended before; the revision is that of its last event. */
  | { readonly kind: 'repeated'; readonly revision: bigint }
  | { readonly kind: 'wrongExpectedRevision' }
  | { readonly kind: 'streamDeleted' };

/**
 * Decides an append as EventStoreDB does: repeating what was appended before succeeds and writes
 * nothing, repeating part of it is a conflict, and only then does the expected revision count.
 */
export function decideAppend(
  expected: ExpectedRevision,
  standing: StreamStanding,
  ids: readonly string[],
  earlier: EarlierEvents,
): AppendDecision {
  if (standing.tombstoned) return { kind: 'streamDeleted' };
  if (standing.softDeleted && expected === 'streamExists') return { kind: 'streamDeleted' };

  const repetition = findRepetition(expected, standing.actual, ids, earlier);
  if (repetition === 'partly') return { kind: 'wrongExpectedRevision' };
  if (repetition !== 'none') return { kind: 'repeated', revision: repetition };
  return mayWrite(expected, standing) ? { kind: 'write' } : { kind: 'wrongExpectedRevision' };
}

function mayWrite(expected: ExpectedRevision, { actual, softDeleted, described }: StreamStanding): boolean {
  if (matchesExpectedRevision(expected, actual)) return true;
  // A soft-deleted stream has its numbering but no events; one with metadata only exists already.
  return (expected === 'noStream' && softDeleted) || (expected === 'streamExists' && described);
}

function findRepetition(
  expected: ExpectedRevision,
  actual: ActualRevision,
  ids: readonly string[],
  earlier: EarlierEvents,
): bigint | 'partly' | 'none' {
  const [first] = ids;
  if (first === undefined || actual === 'noStream') return 'none';
  const start = firstCandidate(expected, first, earlier);
  if (start === undefined || start > actual || earlier.idAt(start) !== first) return 'none';
  const complete = ids.every((id, index) => earlier.idAt(start + BigInt(index)) === id);
  return complete ? start + BigInt(ids.length - 1) : 'partly';
}

/** Where the events would stand if they had been appended before. */
function firstCandidate(expected: ExpectedRevision, first: string, earlier: EarlierEvents): bigint | undefined {
  if (expected === 'any' || expected === 'streamExists') return earlier.revisionOf(first);
  return expected === 'noStream' ? 0n : expected + 1n;
}
