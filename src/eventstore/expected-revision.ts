/**
 * What a writer believes about a stream before it writes: anything, that it has no events yet,
 * that it exists, or that its last event has exactly this revision.
 */
export type ExpectedRevision = 'any' | 'noStream' | 'streamExists' | bigint;

/** Where a stream really stands: the revision of its last event, or that it has none. */
export type ActualRevision = 'noStream' | bigint;

/** Optimistic concurrency in one line: may this writer write to a stream that stands here? */
export function matchesExpectedRevision(expected: ExpectedRevision, actual: ActualRevision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'streamExists':
      return actual !== 'noStream';
    default:
      return expected === actual;
  }
}

/** The same in words, for messages: `revision 4`, `no stream`, `any revision`. */
export function describeRevision(revision: ExpectedRevision): string {
  switch (revision) {
    case 'any':
      return 'any revision';
    case 'noStream':
      return 'no stream';
    case 'streamExists':
      return 'an existing stream';
    default:
      return `revision ${revision}`;
  }
}
