import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpcStatus from '@eventstore/db-client/generated/status_pb.js';
import { status } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import type { AppendResult, StoreUnavailable, WrongExpectedRevision } from '../../eventstore/results.ts';
import { failureOf, wrongExpectedRevisionSentence } from '../failures.ts';
import { fieldLength, varintFieldLength, WireOutput } from '../wire/wire-output.ts';
import type { BatchProblem, CompleteBatch } from './batch-requests.ts';

/** What one batch is answered with. That the store is not available concerns the whole call, and ends it. */
export type BatchOutcome = Exclude<AppendResult, StoreUnavailable> | BatchProblem | { readonly kind: 'timeout' };

/** The one answer to a batch. The stream's name and what was expected are repeated, for the clients read them there. */
export function batchResponse(batch: CompleteBatch, outcome: BatchOutcome): Uint8Array {
  const [result, field] =
    outcome.kind === 'appended'
      ? [success(outcome.revision, outcome.position), responseFields.success]
      : [errorOf(batch, outcome).serializeBinary(), responseFields.error];
  const { written } = batch.correlation;
  const stream = identifier(batch.stream);
  const expected = expectation(batch.expected);
  const output = new WireOutput(
    fieldLength(written.length) + fieldLength(result.length) + fieldLength(stream.length) + expected.length,
  );
  output.field(responseFields.correlation, written);
  output.field(field, result);
  output.field(responseFields.stream, stream);
  output.raw(expected);
  return output.bytes;
}

/** Field numbers of `BatchAppendResp`, which is written by hand because every append is answered with one. */
const responseFields = { correlation: 1, error: 2, success: 3, stream: 4 } as const;

function identifier(stream: string): Uint8Array {
  const name = Buffer.from(stream, 'utf8');
  const output = new WireOutput(fieldLength(name.length));
  output.field(3, name);
  return output.bytes;
}

/** `stream_position`, or an empty message whose number says what was expected. */
function expectation(expected: ExpectedRevision): Uint8Array {
  if (expected === 'noStream') return Buffer.from([(6 << 3) | 2, 0]);
  if (expected === 'any') return Buffer.from([(7 << 3) | 2, 0]);
  if (expected === 'streamExists') return Buffer.from([(8 << 3) | 2, 0]);
  const output = new WireOutput(varintFieldLength(expected));
  output.varint(5, expected);
  return output.bytes;
}

/** `Success{current_revision | no_stream, position}`. */
function success(revision: bigint, position: bigint): Uint8Array {
  const place = 2 * varintFieldLength(position);
  const output = new WireOutput((revision < 0n ? 2 : varintFieldLength(revision)) + fieldLength(place));
  if (revision < 0n) output.header(2, 0);
  else output.varint(1, revision);
  output.header(3, place);
  output.varint(1, position);
  output.varint(2, position);
  return output.bytes;
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
    case 'malformed': {
      // Of an `Unknown` the npm clients would show no word.
      const { code, details } = outcome.failure;
      const body = new shared.BadRequest();
      body.setMessage(details);
      return error(code, details, 'BadRequest', body);
    }
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
