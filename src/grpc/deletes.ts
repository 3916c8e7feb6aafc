import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleUnaryCall, status } from '@grpc/grpc-js';
import { messageOf } from '../base/errors.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import type { ExpectedRevision } from '../eventstore/expected-revision.ts';
import type { DeleteResult } from '../eventstore/results.ts';
import type { Gate } from './access/gate.ts';
import { type Failure, refusalOf, toServiceError } from './calls.ts';
import { failureOf, invalid } from './failures.ts';
import { type ExpectedRevisionOptions, expectedRevisionFrom, streamNameFrom } from './wire/wire-values.ts';

type DeleteResponse = InstanceType<typeof streams.DeleteResp>;
type TombstoneResponse = InstanceType<typeof streams.TombstoneResp>;

/** Streams.Delete: the soft one. */
export function deleteHandler(store: EventStore, gate: Gate | undefined): handleUnaryCall<DeleteReq, DeleteResponse> {
  return deletion(
    gate,
    (stream, expected) => store.deleteStream(stream, expected),
    (position) => {
      const place = new streams.DeleteResp.Position();
      place.setCommitPosition(String(position));
      place.setPreparePosition(String(position));
      const response = new streams.DeleteResp();
      response.setPosition(place);
      return response;
    },
  );
}

/** Streams.Tombstone: for ever. */
export function tombstoneHandler(
  store: EventStore,
  gate: Gate | undefined,
): handleUnaryCall<TombstoneReq, TombstoneResponse> {
  return deletion(
    gate,
    (stream, expected) => store.tombstoneStream(stream, expected),
    (position) => {
      const place = new streams.TombstoneResp.Position();
      place.setCommitPosition(String(position));
      place.setPreparePosition(String(position));
      const response = new streams.TombstoneResp();
      response.setPosition(place);
      return response;
    },
  );
}

interface DeletionRequest {
  getOptions(): (ExpectedRevisionOptions & { getStreamIdentifier(): StreamIdentifier | undefined }) | undefined;
}

function deletion<Request extends DeletionRequest, Response>(
  gate: Gate | undefined,
  run: (stream: string, expected: ExpectedRevision) => Promise<DeleteResult>,
  respond: (position: bigint) => Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const fail = (failure: Failure) => callback(toServiceError(failure));
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);
    const options = call.request.getOptions();
    const stream = streamNameFrom(options?.getStreamIdentifier());
    const expected = options && expectedRevisionFrom(options);
    if (stream === undefined || expected === undefined) {
      return fail(invalid('A deletion needs the name of a stream, in UTF-8, and an expected revision.'));
    }
    const work = async () => {
      const refused = await gate?.pass(call, { right: 'delete', stream });
      return refused === undefined ? run(stream, expected) : { kind: 'refused' as const, failure: refused };
    };
    work().then(
      (result) => {
        if (result.kind === 'deleted') return callback(null, respond(result.position));
        return fail(result.kind === 'refused' ? result.failure : failureOf(result));
      },
      (thrown: unknown) => fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  };
}
