import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleClientStreamingCall, status } from '@grpc/grpc-js';
import { messageOf } from '../base/errors.ts';
import { maximumAppendSize, sizeOf } from '../eventstore/append-size.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import type { NewEvent } from '../eventstore/events.ts';
import type { ExpectedRevision } from '../eventstore/expected-revision.ts';
import type { AppendResult, WrongExpectedRevision } from '../eventstore/results.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from './calls.ts';
import { failureOf, invalid } from './failures.ts';
import { fieldsOf, proposedEvent } from './proposed-event.ts';
import { expectedRevisionFrom, streamNameFrom } from './wire-values.ts';

type AppendResponse = InstanceType<typeof streams.AppendResp>;
type Handler = handleClientStreamingCall<AppendReq, AppendResponse>;

/** Streams.Append: first the options, then one message for each event, answered when the client is done. */
export function appendHandler(store: EventStore, calls: OpenCalls): Handler {
  return (call, callback) => {
    const request = new AppendRequest();
    let answered = false;
    const answer = (failure: Failure | undefined, response?: AppendResponse) => {
      if (answered) return;
      answered = true;
      open.dispose();
      if (failure === undefined) callback(null, response);
      else callback(toServiceError(failure));
    };
    const open = calls.add({ end: answer }, status.UNAVAILABLE);
    const refusal = refusalOf(call);
    if (refusal !== undefined) answer(refusal);

    call.on('data', (message: AppendReq) => {
      if (answered) return;
      const failure = request.take(message);
      if (failure !== undefined) answer(failure);
    });
    call.on('error', () => answer({ code: status.CANCELLED, details: 'The client went away.' }));
    call.on('cancelled', () => answer({ code: status.CANCELLED, details: 'The client went away.' }));
    call.on('end', () => {
      if (answered) return;
      const { target } = request;
      if (target === undefined)
        return answer(invalid('An append begins with its options: stream and expected revision.'));
      store.append(target.stream, request.events, target.expected).then(
        (result) => {
          const response = responseTo(result);
          return 'code' in response ? answer(response) : answer(undefined, response);
        },
        (thrown: unknown) => answer({ code: status.INTERNAL, details: messageOf(thrown) }),
      );
    });
  };
}

/** Collects what arrives, and no more of it than an append may hold. */
class AppendRequest {
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

function responseTo(result: AppendResult): AppendResponse | Failure {
  if (result.kind === 'appended') return success(result.revision, result.position);
  return result.kind === 'wrongExpectedRevision' ? wrongExpectedRevision(result) : failureOf(result);
}

function success(revision: bigint, position: bigint): AppendResponse {
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const body = new streams.AppendResp.Success();
  body.setPosition(place);
  if (revision < 0n) body.setNoStream(new shared.Empty());
  else body.setCurrentRevision(String(revision));
  const response = new streams.AppendResp();
  response.setSuccess(body);
  return response;
}

/** A result, not an error. The fields whose names end in 2060 are for clients of server 20.6. */
function wrongExpectedRevision({ expected, actual }: WrongExpectedRevision): AppendResponse {
  const empty = new shared.Empty();
  const body = new streams.AppendResp.WrongExpectedVersion();
  if (actual === 'noStream') {
    body.setCurrentNoStream(empty);
    body.setNoStream2060(empty);
  } else {
    body.setCurrentRevision(String(actual));
    body.setCurrentRevision2060(Number(actual));
  }
  if (expected === 'any') {
    body.setExpectedAny(empty);
    body.setAny2060(empty);
  } else if (expected === 'streamExists') {
    body.setExpectedStreamExists(empty);
    body.setStreamExists2060(empty);
  } else if (expected === 'noStream') {
    body.setExpectedNoStream(empty);
  } else {
    body.setExpectedRevision(String(expected));
    body.setExpectedRevision2060(Number(expected));
  }
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(body);
  return response;
}
