import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpcStatus from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { AppendResult, WrongExpectedRevision } from '../eventstore/results.ts';
import type { BatchProblem, CompleteBatch } from './batch-requests.ts';
import { failureOf, wrongExpectedRevisionSentence } from './failures.ts';

export type BatchOutcome = AppendResult | BatchProblem | { readonly kind: 'timeout' };

/** The one answer to a batch. The stream's name and what was expected are repeated, for the clients read them there. */
export function batchResponse(batch: CompleteBatch, outcome: BatchOutcome): BatchAppendResp {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(batch.correlation);
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(batch.stream, 'utf8'));
  response.setStreamIdentifier(identifier);
  setExpected(response, batch);
  if (outcome.kind === 'appended') response.setSuccess(success(outcome.revision, outcome.position));
  else response.setError(errorOf(batch, outcome));
  return response;
}

function setExpected(response: BatchAppendResp, { expected }: CompleteBatch): void {
  if (expected === 'any') response.setAny(new empty.Empty());
  else if (expected === 'noStream') response.setNoStream(new empty.Empty());
  else if (expected === 'streamExists') response.setStreamExists(new empty.Empty());
  else response.setStreamPosition(String(expected));
}

function success(revision: bigint, position: bigint): BatchAppendResp.Success {
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const body = new streams.BatchAppendResp.Success();
  body.setPosition(place);
  if (revision < 0n) body.setNoStream(new empty.Empty());
  else body.setCurrentRevision(String(revision));
  return body;
}

function errorOf(batch: CompleteBatch, outcome: Exclude<BatchOutcome, { kind: 'appended' }>) {
  switch (outcome.kind) {
    case 'wrongExpectedRevision':
      return error(
        status.FAILED_PRECONDITION,
        wrongExpectedRevisionSentence(outcome),
        'WrongExpectedVersion',
        wrongExpectedVersion(outcome),
      );
    case 'streamDeleted': {
      const { code, details } = failureOf(outcome);
      const identifier = new shared.StreamIdentifier();
      identifier.setStreamName(Buffer.from(batch.stream, 'utf8'));
      const body = new shared.StreamDeleted();
      body.setStreamIdentifier(identifier);
      return error(code, details, 'StreamDeleted', body);
    }
    case 'appendTooLarge': {
      const { code, details } = failureOf(outcome);
      const body = new shared.MaximumAppendSizeExceeded();
      body.setMaxappendsize(outcome.limit);
      return error(code, details, 'MaximumAppendSizeExceeded', body);
    }
    case 'accessDenied': {
      const { code, details } = failureOf(outcome);
      return error(code, details, 'AccessDenied', new shared.AccessDenied());
    }
    case 'timeout':
      return error(status.DEADLINE_EXCEEDED, 'The append’s deadline had passed.', 'Timeout', new shared.Timeout());
    case 'malformed':
      return error(outcome.failure.code, outcome.failure.details, 'Unknown', new shared.Unknown());
    case 'unavailable':
      return error(status.UNAVAILABLE, outcome.reason, 'Unknown', new shared.Unknown());
  }
}

function wrongExpectedVersion({ expected, actual }: WrongExpectedRevision) {
  const body = new shared.WrongExpectedVersion();
  if (actual === 'noStream') body.setCurrentNoStream(new empty.Empty());
  else body.setCurrentStreamRevision(String(actual));
  if (expected === 'any') body.setExpectedAny(new empty.Empty());
  else if (expected === 'noStream') body.setExpectedNoStream(new empty.Empty());
  else if (expected === 'streamExists') body.setExpectedStreamExists(new empty.Empty());
  else body.setExpectedStreamPosition(String(expected));
  return body;
}

/** A `google.rpc.Status` whose details say, by the name of their message, what kind of error it is. */
function error(code: number, message: string, name: string, details: { serializeBinary(): Uint8Array }) {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  const body = new grpcStatus.Status();
  body.setCode(code);
  body.setMessage(message);
  body.setDetails(packed);
  return body;
}
