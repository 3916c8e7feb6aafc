import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { appendEvent, appendOptions, failureOf, sendAppend, served, streamIdentifier } from './wire.ts';

type Expected = 'any' | 'noStream' | 'streamExists' | string;

const requests = { delete: streams.DeleteReq, tombstone: streams.TombstoneReq } as const;

/** Resolves to the position of the deletion. */
function send(
  client: StreamsClient,
  kind: 'delete' | 'tombstone',
  stream: string,
  expected: Expected,
): Promise<string> {
  const options = new requests[kind].Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  if (expected === 'any') options.setAny(new shared.Empty());
  else if (expected === 'noStream') options.setNoStream(new shared.Empty());
  else if (expected === 'streamExists') options.setStreamExists(new shared.Empty());
  else options.setRevision(expected);
  const request = new requests[kind]();
  request.setOptions(options);
  return new Promise((resolve, reject) =>
    client[kind](request, (error, response) =>
      error === null ? resolve(response.getPosition()?.getCommitPosition() ?? '') : reject(error),
    ),
  );
}

describe('Delete and Tombstone on the wire', () => {
  for (const kind of ['delete', 'tombstone'] as const) {
    it(
      `${kind} answers with a position`,
      served(async ({ client, store }) => {
        const appended = await store.append('game-1', [jsonEvent({ type: 'A', data: {} })], 'any');
        const position = await send(client, kind, 'game-1', 'streamExists');
        assert.ok(appended.kind === 'appended' && BigInt(position) > appended.position);
      }),
    );

    it(
      `${kind} tells a wrong expected revision by trailers, in EventStoreDB's own numbers`,
      served(async ({ client, store }) => {
        await store.append('game-1', [jsonEvent({ type: 'A', data: {} })], 'any');
        const failure = await failureOf(send(client, kind, 'game-1', '7'));
        assert.equal(failure.code, status.FAILED_PRECONDITION);
        assert.deepEqual(failure.trailers, {
          exception: 'wrong-expected-version',
          'stream-name': 'game-1',
          'expected-version': '7',
          'actual-version': '0',
        });
        const noStream = await failureOf(send(client, kind, 'game-1', 'noStream'));
        assert.equal(noStream.trailers['expected-version'], '-1');
        const missing = await failureOf(send(client, kind, 'game-2', 'streamExists'));
        assert.deepEqual([missing.trailers['expected-version'], missing.trailers['actual-version']], ['-4', '-1']);
        assert.match(missing.details, /WrongExpectedVersion.*Actual version: -1$/);
      }),
    );
  }

  it(
    'Delete of a missing stream is a wrong expected revision, whatever was expected',
    served(async ({ client }) => {
      const failure = await failureOf(send(client, 'delete', 'game-1', 'any'));
      assert.deepEqual([failure.trailers['expected-version'], failure.trailers['actual-version']], ['-2', '-1']);
    }),
  );

  it(
    'what only the store writes is denied',
    served(async ({ client }) => {
      const event = appendEvent({ id: randomUUID(), type: 'A', contentType: 'application/json' });
      const denials = [
        send(client, 'delete', '$all', 'any'),
        send(client, 'tombstone', '$ce-game', 'any'),
        sendAppend(client, [appendOptions('$et-A'), event]),
      ];
      for (const denial of denials) {
        const failure = await failureOf(denial);
        assert.equal(failure.code, status.PERMISSION_DENIED);
        assert.deepEqual(failure.trailers, { exception: 'access-denied' });
      }
    }),
  );
});
