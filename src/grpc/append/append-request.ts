import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent } from '../../eventstore/events.ts';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import { maximumAppendSize, sizeOf } from '../../eventstore/local/append-size.ts';
import type { Failure } from '../calls.ts';
import { failureOf, invalid } from '../failures.ts';
import { expectedRevisionFrom, streamNameFrom } from '../wire/wire-values.ts';
import { fieldsOf, proposedEvent } from './proposed-event.ts';

/** Collects what arrives, and no more of it than an append may hold. */
export class AppendRequest {
  readonly events: NewEvent[] = [];
  target: { readonly stream: string; readonly expected: ExpectedRevision } | undefined;
  #size = 0;

  take(message: AppendReq): Failure | undefined {
    const options = message.getOptions();
    if (options !== undefined) return this.#takeOptions(options);
    const proposed = message.getProposedMessage();
    if (proposed === undefined) return invalid('A message of an append holds its options or an event.');
    if (this.target === undefined) return invalid('An append begins with its options.');
    const event = proposedEvent(fieldsOf(proposed));
    if (event.kind === 'invalid') return event.failure;
    this.#size += sizeOf(event.event);
    if (this.#size > maximumAppendSize) {
      return failureOf({ kind: 'appendTooLarge', size: this.#size, limit: maximumAppendSize });
    }
    this.events.push(event.event);
    return undefined;
  }

  #takeOptions(options: NonNullable<ReturnType<AppendReq['getOptions']>>): Failure | undefined {
    if (this.target !== undefined) return invalid('An append has its options once.');
    const stream = streamNameFrom(options.getStreamIdentifier());
    if (stream === undefined) return invalid('An append needs the name of a stream, in UTF-8.');
    const expected = expectedRevisionFrom(options);
    if (expected === undefined)
      return invalid('An append needs an expected revision: a number, any, noStream or streamExists.');
    this.target = { stream, expected };
    return undefined;
  }
}
