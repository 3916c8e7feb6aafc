import { messageOf } from '../../base/errors.ts';
import { describeRevision } from '../../eventstore/expected-revision.ts';
import type { AppendResult, SubscriptionEnd } from '../../eventstore/results.ts';

/** Why events were not taken, and what to do. */
export function appendText(result: Exclude<AppendResult, { kind: 'appended' }>): string {
  switch (result.kind) {
    case 'wrongExpectedRevision':
      return `Somebody else wrote to ${result.stream} first: expected ${describeRevision(result.expected)}, found ${describeRevision(result.actual)}. Nothing was recorded; look at what happened and decide again.`;
    case 'streamDeleted':
      return `The stream ${result.stream} was deleted. Nothing was recorded.`;
    case 'accessDenied':
      return `The store does not let you write to this stream. Nothing was recorded.`;
    case 'appendTooLarge':
      return `These events are too large (${result.size} bytes; ${result.limit} are allowed). Nothing was recorded.`;
    case 'unavailable':
      return `The store could not take the events: ${result.reason}`;
  }
}

/** Why a stream is followed no longer. */
export function endText(end: SubscriptionEnd): string {
  switch (end.kind) {
    case 'streamDeleted':
      return `The stream ${end.stream} was deleted.`;
    case 'unavailable':
      return end.reason;
    case 'observerFailed':
      return `An event could not be shown: ${messageOf(end.thrown)}`;
  }
}
