import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { type Batch, batchMessage, failureOf, type Proposed, sendBatches, served } from '../wire.ts';

const proposed = (change: Partial<Proposed> = {}): Proposed => ({
  id: randomUUID(),
  type: 'A',
  contentType: 'application/json',
  ...change,
});

function errorName(response: BatchAppendResp | undefined): string | undefined {
  return response?.getError()?.getDetails()?.getTypeName();
}

describe('BatchAppend on the wire', () => {
  it(
    'answers each correlation id exactly once, and repeats stream and expectation',
    served(async ({ client }) => {
      const correlations = Array.from({ length: 20 }, () => randomUUID());
      const messages = correlations.map((correlation, n) =>
        batchMessage({ correlation, stream: `game-${n % 3}`, events: [proposed()] }),
      );
      const responses = await sendBatches(client, messages);
      const answered = responses.map((response) => response.getCorrelationId()?.getString());
      assert.deepEqual(answered.toSorted(), correlations.toSorted());
      for (const response of responses) {
        assert.ok(response.hasSuccess());
        assert.ok(response.hasAny());
        assert.match(
          Buffer.from(response.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
          /^game-[012]$/,
        );
      }
    }),
  );

  it(
    'puts an append together from its pieces, and writes nothing before the last one',
    served(async ({ client, store }) => {
      const correlation = randomUUID();
      const other = randomUUID();
      const responses = await sendBatches(client, [
        batchMessage({ correlation, stream: 'game-1', events: [proposed({ type: 'A' })], final: false }),
        batchMessage({ correlation: other, stream: 'game-1', events: [proposed({ type: 'X' })] }),
        batchMessage({ correlation, events: [proposed({ type: 'B' }), proposed({ type: 'C' })] }),
      ]);
      assert.deepEqual(
        responses.map((response) => response.getSuccess()?.getCurrentRevision()),
        ['0', '3'],
      );
      const read = await store.readStream('game-1');
      assert.ok(read.kind === 'events');
      const types: unknown[] = [];
      for await (const { event } of read.events) types.push(event?.type);
      assert.deepEqual(types, ['X', 'A', 'B', 'C']);
    }),
  );

  it(
    'writes nothing of an append that never ended',
    served(async ({ client, store }) => {
      const message = batchMessage({ correlation: randomUUID(), stream: 'game-1', events: [proposed()], final: false });
      assert.deepEqual(await sendBatches(client, [message]), []);
      assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
    }),
  );

  it(
    'tells a wrong expected revision with both sides',
    served(async ({ client }) => {
      const message = batchMessage({ correlation: randomUUID(), stream: 'game-1', events: [proposed()] });
      message.getOptions()?.setStreamPosition('4');
      const [response] = await sendBatches(client, [message]);
      const details = response?.getError()?.getDetails();
      const name = 'event_store.client.WrongExpectedVersion';
      const wrong = details?.unpack(shared.WrongExpectedVersion.deserializeBinary, name);
      assert.equal(wrong?.getExpectedStreamPosition(), '4');
      assert.ok(wrong?.hasCurrentNoStream());
      assert.equal(Buffer.from(response?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(), 'game-1');
    }),
  );

  it(
    'names each other refusal by its message, and goes on with the next',
    served(async ({ client, store }) => {
      await store.tombstoneStream('dead', 'any');
      const send = async (batch: Omit<Parameters<typeof batchMessage>[0], 'correlation'>) => {
        const messages = [
          batchMessage({ correlation: randomUUID(), ...batch }),
          batchMessage({ correlation: randomUUID(), stream: 'game-1', events: [proposed()] }),
        ];
        const responses = await sendBatches(client, messages);
        assert.equal(responses.length, 2);
        assert.equal(responses.filter((response) => response.hasSuccess()).length, 1);
        return errorName(responses.find((response) => response.hasError()));
      };
      const big = proposed({ data: 'x'.repeat(600_000) });
      assert.equal(await send({ stream: 'dead', events: [proposed()] }), 'event_store.client.StreamDeleted');
      assert.equal(await send({ stream: 'a', events: [big, big] }), 'event_store.client.MaximumAppendSizeExceeded');
      assert.equal(await send({ stream: '$all', events: [proposed()] }), 'event_store.client.AccessDenied');
      const past = new Date(Date.now() - 1000);
      assert.equal(await send({ stream: 'a', events: [proposed()], deadline: past }), 'event_store.client.Timeout');
      assert.equal(await send({ stream: 'a', events: [proposed({ type: '' })] }), 'event_store.client.BadRequest');
      assert.equal(await send({ events: [proposed()] }), 'event_store.client.BadRequest');
    }),
  );

  it(
    'tells in words what is malformed',
    served(async ({ client }) => {
      const message = async (batch: Partial<Batch>) => {
        const [response] = await sendBatches(client, [batchMessage({ correlation: randomUUID(), ...batch })]);
        const details = response?.getError()?.getDetails();
        const told = details?.unpack(shared.BadRequest.deserializeBinary, 'event_store.client.BadRequest');
        assert.equal(told?.getMessage(), response?.getError()?.getMessage());
        return told?.getMessage();
      };
      assert.match((await message({ stream: '', events: [proposed()] })) ?? '', /needs the name of a stream/);
      assert.match((await message({ stream: 'a', events: [proposed({ type: '' })] })) ?? '', /'type' is missing/);
      assert.match((await message({ stream: 'a', events: [proposed({ id: 'x' })] })) ?? '', /must be a UUID/);
    }),
  );

  it(
    'ends the call with the reason when the store takes nothing',
    served(async ({ client, store }) => {
      store.dispose();
      const batch = batchMessage({ correlation: randomUUID(), stream: 'a', events: [proposed()] });
      const failure = await failureOf(sendBatches(client, [batch]));
      assert.deepEqual([failure.code, failure.details], [status.UNAVAILABLE, 'The store was closed.']);
    }),
  );

  it(
    'ends the call when it cannot know what to answer, or when too much is begun',
    served(async ({ client }) => {
      const nameless = batchMessage({ correlation: 'nonsense', stream: 'a' });
      assert.equal((await failureOf(sendBatches(client, [nameless]))).code, status.INVALID_ARGUMENT);
      const begun = Array.from({ length: 300 }, () =>
        batchMessage({ correlation: randomUUID(), stream: 'a', final: false }),
      );
      assert.equal((await failureOf(sendBatches(client, begun))).code, status.RESOURCE_EXHAUSTED);
    }),
  );
});
