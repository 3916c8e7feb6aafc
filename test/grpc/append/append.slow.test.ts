import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { status } from '@grpc/grpc-js';
import { appendEvent, appendOptions, failureOf, type Proposed, sendAppend, served } from '../wire.ts';

const proposed = (change: Partial<Proposed> = {}): Proposed => ({
  id: randomUUID(),
  type: 'A',
  contentType: 'application/json',
  ...change,
});

describe('Append on the wire', () => {
  it(
    'answers with the revision and the position of the last event',
    served(async ({ client }) => {
      const messages = [appendOptions('game-1'), appendEvent(proposed()), appendEvent(proposed())];
      const success = (await sendAppend(client, messages)).getSuccess();
      assert.equal(success?.getCurrentRevision(), '1');
      const position = success?.getPosition();
      assert.ok(position);
      assert.ok(BigInt(position.getCommitPosition()) > 0n);
      assert.equal(position.getPreparePosition(), position.getCommitPosition());
    }),
  );

  it(
    'answers a wrong expected revision with a result, for new clients and for old ones',
    served(async ({ client }) => {
      await sendAppend(client, [appendOptions('game-1'), appendEvent(proposed())]);
      const options = appendOptions('game-1');
      options.getOptions()?.setRevision('7');
      const result = (await sendAppend(client, [options, appendEvent(proposed())])).getWrongExpectedVersion();
      assert.deepEqual([result?.getCurrentRevision(), result?.getExpectedRevision()], ['0', '7']);
      assert.deepEqual([result?.getCurrentRevision2060(), result?.getExpectedRevision2060()], [0, 7]);
    }),
  );

  it(
    'takes ids as two signed halves as well as text',
    served(async ({ client, store }) => {
      const event = appendEvent(proposed());
      const id = event.getProposedMessage()?.getId();
      id?.clearString();
      const halves = new (await import('@eventstore/db-client/generated/shared_pb.js')).default.UUID.Structured();
      halves.setMostSignificantBits('-1');
      halves.setLeastSignificantBits('1');
      id?.setStructured(halves);
      await sendAppend(client, [appendOptions('game-1'), event]);
      const read = await store.readStream('game-1');
      assert.ok(read.kind === 'events');
      for await (const { event: stored } of read.events) {
        assert.equal(stored?.id, 'ffffffff-ffff-ffff-0000-000000000001');
      }
    }),
  );

  for (const [property, change] of [
    ['type', { type: '' }],
    ['content-type', { contentType: '' }],
  ] as const) {
    it(
      `says which property is missing: ${property}`,
      served(async ({ client }) => {
        const failure = await failureOf(sendAppend(client, [appendOptions('game-1'), appendEvent(proposed(change))]));
        assert.equal(failure.code, status.INVALID_ARGUMENT);
        assert.equal(failure.trailers.exception, 'missing-required-metadata-property');
        assert.match(failure.details, new RegExp(`'${property}'`));
      }),
    );
  }

  it(
    'refuses more than may be appended at once, with the limit',
    served(async ({ client }) => {
      const big = appendEvent(proposed({ data: 'x'.repeat(400_000) }));
      const failure = await failureOf(sendAppend(client, [appendOptions('game-1'), big, big, big]));
      assert.equal(failure.code, status.INVALID_ARGUMENT);
      assert.deepEqual(failure.trailers, {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': '1048576',
      });
    }),
  );

  it(
    'takes messages beyond grpc-js’ own limit of 4 MB, to refuse them by its own',
    served(async ({ client }) => {
      const huge = appendEvent(proposed({ data: 'x'.repeat(6_000_000) }));
      const failure = await failureOf(sendAppend(client, [appendOptions('game-1'), huge]));
      assert.equal(failure.trailers.exception, 'maximum-append-size-exceeded');
    }),
  );

  it(
    'tells of a deleted stream with its name, encoded where it is no ASCII',
    served(async ({ client, store }) => {
      await store.tombstoneStream('spiel-ä 1', 'any');
      const failure = await failureOf(sendAppend(client, [appendOptions('spiel-ä 1'), appendEvent(proposed())]));
      assert.equal(failure.code, status.FAILED_PRECONDITION);
      assert.deepEqual(failure.trailers, { exception: 'stream-deleted', 'stream-name': 'spiel-%C3%A4 1' });
    }),
  );

  it(
    'refuses what is no append at all',
    served(async ({ client }) => {
      const cases = [[], [appendEvent(proposed())], [appendOptions('')], [appendOptions('a'), appendOptions('a')]];
      for (const messages of cases) {
        assert.equal((await failureOf(sendAppend(client, messages))).code, status.INVALID_ARGUMENT);
      }
      const noUuid = await failureOf(
        sendAppend(client, [appendOptions('a'), appendEvent(proposed({ id: 'nonsense' }))]),
      );
      assert.match(noUuid.details, /UUID/);
    }),
  );
});
