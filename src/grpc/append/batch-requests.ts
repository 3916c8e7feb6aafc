import { status } from '@grpc/grpc-js';
import type { NewEvent } from '../../eventstore/events.ts';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import { maximumAppendSize, sizeOf } from '../../eventstore/local/append-size.ts';
import type { AppendTooLarge } from '../../eventstore/results.ts';
import type { Failure } from '../calls.ts';
import { invalid } from '../failures.ts';
import type { BatchMessage, Correlation } from './batch-message.ts';
import { proposedEvent } from './proposed-event.ts';

/** What is wrong with one batch; the call goes on for the others. */
export type BatchProblem = AppendTooLarge | { readonly kind: 'malformed'; readonly failure: Failure };

/** An append all of whose pieces have arrived. */
export interface CompleteBatch {
  readonly correlation: Correlation;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  /** Milliseconds since 1970. */
  readonly deadline: number | undefined;
  readonly problem: BatchProblem | undefined;
}

export type Taken =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'complete'; readonly batch: CompleteBatch }
  /** Nothing can be answered; the whole call is over. */
  | { readonly kind: 'failed'; readonly failure: Failure };

interface Draft {
  target: Pick<CompleteBatch, 'stream' | 'expected' | 'deadline'> | undefined;
  readonly events: NewEvent[];
  size: number;
  problem: BatchProblem | undefined;
}

/** Appends begun on one call at the same time; each may hold as much as an append may. */
const mostDrafts = 256;

/** Puts the pieces of each append together by correlation id. */
export class BatchRequests {
  readonly #drafts = new Map<string, Draft>();

  take(message: BatchMessage): Taken {
    const { correlation, isFinal } = message;
    const id = correlation?.id;
    if (correlation === undefined || id === undefined) {
      return {
        kind: 'failed',
        failure: invalid('Each message of a batch append needs a correlation id, and it must be a UUID.'),
      };
    }
    const draft = this.#drafts.get(id) ?? { target: undefined, events: [], size: 0, problem: undefined };
    takeOptions(draft, message);
    takeEvents(draft, message);
    if (!isFinal) return this.#keep(id, draft);
    this.#drafts.delete(id);
    const { target, events, problem } = draft;
    const batch =
      target === undefined
        ? { ...nowhere, correlation, problem: problem ?? malformed('A batch append begins with its options.') }
        : { ...target, correlation, events, problem };
    return { kind: 'complete', batch };
  }

  #keep(id: string, draft: Draft): Taken {
    this.#drafts.set(id, draft);
    if (this.#drafts.size <= mostDrafts) return { kind: 'incomplete' };
    const details = `More than ${mostDrafts} appends were begun on one call and none of them finished.`;
    return { kind: 'failed', failure: { code: status.RESOURCE_EXHAUSTED, details } };
  }
}

const nowhere = { stream: '', expected: 'any', events: [], deadline: undefined } as const;

function takeOptions(draft: Draft, { options }: BatchMessage): void {
  if (options === undefined) return;
  const { stream, expected, deadline } = options;
  if (stream === undefined || expected === undefined) {
    draft.problem ??= malformed('A batch append needs the name of a stream, in UTF-8, and an expected revision.');
    return;
  }
  draft.target ??= { stream, expected, deadline };
}

function takeEvents(draft: Draft, { events }: BatchMessage): void {
  for (const proposed of events) {
    if (draft.problem !== undefined) return;
    const taken = proposedEvent(proposed);
    if (taken.kind === 'invalid') {
      draft.problem = { kind: 'malformed', failure: taken.failure };
    } else {
      draft.size += sizeOf(taken.event);
      draft.events.push(taken.event);
    }
    if (draft.size > maximumAppendSize) {
      draft.problem = { kind: 'appendTooLarge', size: draft.size, limit: maximumAppendSize };
    }
    // Nothing of it will be written, so nothing of it is kept.
    if (draft.problem !== undefined) draft.events.length = 0;
  }
}

function malformed(details: string): BatchProblem {
  return { kind: 'malformed', failure: invalid(details) };
}
