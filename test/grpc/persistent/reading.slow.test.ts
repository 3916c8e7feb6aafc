import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PersistentSubscriptionsClient } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistent, { type GetInfoResp } from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { failureOf } from '../wire.ts';
import {
  ackRequest,
  ask,
  createRequest,
  deleteRequest,
  infoRequest,
  nackRequest,
  Reading,
  readOptions,
  type Settings,
  servedPersistent,
} from './wire.ts';

const ids = ['11111111-2222-3333-4444-555555555550', '11111111-2222-3333-4444-555555555551'];

async function given(
  client: PersistentSubscriptionsClient,
  store: EventStore,
  change?: (settings: Settings) => void,
): Promise<void> {
  await store.append(
    'game-1',
    ids.map((id, n) => jsonEvent({ type: 'A', data: { n }, id })),
    'any',
  );
  await ask((answer) => client.create(createRequest('game-1', 'g', change), answer));
}

describe('Read of a persistent subscription on the wire', () => {
  it(
    'confirms under the name of the subscription, then brings events with how often they were tried',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      const reading = new Reading(client);
      reading.call.write(readOptions('game-1', 'g'));
      const [confirmation, first] = await reading.until(3);
      assert.equal(confirmation?.getSubscriptionConfirmation()?.getSubscriptionId(), 'game-1::g');
      const event = first?.getEvent()?.getEvent();
      assert.deepEqual(
        [event?.getId()?.getString(), event?.getStreamRevision(), event?.getMetadataMap().get('type')],
        [ids[0], '0', 'A'],
      );
      assert.equal(event?.getCommitPosition(), first?.getEvent()?.getCommitPosition());
      assert.equal(first?.getEvent()?.getRetryCount(), 0);
      reading.call.write(nackRequest(persistent.ReadReq.Nack.Action.RETRY, ids[0] ?? ''));
      const again = (await reading.until(4)).at(-1)?.getEvent();
      assert.deepEqual([again?.getEvent()?.getId()?.getString(), again?.getRetryCount()], [ids[0], 1]);
      reading.call.cancel();
    }),
  );

  it(
    'understands structured UUIDs, and answers in them where they were asked for',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      const options = readOptions('game-1', 'g', 1);
      options.getOptions()?.getUuidOption()?.setStructured(new shared.Empty());
      const reading = new Reading(client);
      reading.call.write(options);
      const first = (await reading.until(2)).at(-1)?.getEvent()?.getEvent()?.getId();
      assert.ok(first?.hasStructured());
      const ack = ackRequest();
      ack.getAck()?.addIds(first);
      reading.call.write(ack);
      assert.equal((await reading.until(3)).at(-1)?.getEvent()?.getEvent()?.getStreamRevision(), '1');
      reading.call.cancel();
    }),
  );

  it(
    'gives what a consumer leaves behind to the next, however it left',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      for (const [round, leave] of (['cancel', 'end', 'cancel'] as const).entries()) {
        const reading = new Reading(client);
        reading.call.write(readOptions('game-1', 'g'));
        const events = (await reading.until(3)).slice(1);
        assert.deepEqual(
          events.map((message) => message.getEvent()?.getRetryCount()),
          [round, round],
        );
        reading.call[leave]();
        await reading.ended.catch(() => {});
      }
    }),
  );

  it(
    'is refused where there is no such subscription, and where it is full',
    servedPersistent(async ({ client, store }) => {
      await given(client, store, (settings) => settings.setMaxSubscriberCount(1));
      const missing = new Reading(client);
      missing.call.write(readOptions('game-1', 'nobody'));
      assert.equal((await failureOf(missing.ended)).trailers.exception, 'persistent-subscription-does-not-exist');
      const first = new Reading(client);
      first.call.write(readOptions('game-1', 'g'));
      await first.until(1);
      const second = new Reading(client);
      second.call.write(readOptions('game-1', 'g'));
      const full = await failureOf(second.ended);
      assert.deepEqual(
        [full.code, full.trailers],
        [
          status.FAILED_PRECONDITION,
          { exception: 'maximum-subscribers-reached', 'stream-name': 'game-1', 'group-name': 'g' },
        ],
      );
      first.call.cancel();
    }),
  );

  it(
    'ends when the subscription is deleted',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      const reading = new Reading(client);
      reading.call.write(readOptions('game-1', 'g'));
      await reading.until(3);
      await ask((answer) => client.delete(deleteRequest('game-1', 'g'), answer));
      assert.deepEqual(await failureOf(reading.ended), {
        code: status.CANCELLED,
        details: 'Subscription group g on stream game-1 was dropped.',
        trailers: {
          exception: 'persistent-subscription-dropped',
          'stream-name': 'game-1',
          'group-name': 'g',
        },
      });
    }),
  );

  it(
    'ends as cancelled when the server stops, and nobody gets what the others leave',
    servedPersistent(async ({ client, store, server }) => {
      await given(client, store);
      const [first, second] = [new Reading(client), new Reading(client)];
      first.call.write(readOptions('game-1', 'g'));
      await first.until(3);
      second.call.write(readOptions('game-1', 'g'));
      await second.until(1);
      await server.stop();
      for (const { ended } of [first, second]) {
        const failure = await failureOf(ended);
        assert.equal(failure.code, status.CANCELLED);
        assert.equal(failure.trailers.exception, 'persistent-subscription-dropped');
      }
      assert.equal(second.messages.length, 1);
    }),
  );

  it(
    'says what it cannot understand',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      const spoilt = ackRequest('no uuid');
      const tries = [[ackRequest(ids[0] ?? '')], [readOptions('game-1', '')], [readOptions('', 'g')]];
      for (const messages of [...tries, [readOptions('game-1', 'g'), readOptions('game-1', 'g')]]) {
        const reading = new Reading(client);
        for (const message of messages) reading.call.write(message);
        assert.equal((await failureOf(reading.ended)).code, status.INVALID_ARGUMENT);
      }
      const reading = new Reading(client);
      reading.call.write(readOptions('game-1', 'g'));
      await reading.until(1);
      reading.call.write(spoilt);
      assert.match((await failureOf(reading.ended)).details, /ids that are UUIDs/);
    }),
  );

  it(
    'is for callers of this machine, and for the administrator where somebody says who they are',
    servedPersistent(async ({ server, client, store }) => {
      await given(client, store);
      const elsewhere = new PersistentSubscriptionsClient(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
        'grpc.default_authority': 'evil.example:2113',
      });
      const foreign = new Reading(elsewhere);
      foreign.call.write(readOptions('game-1', 'g'));
      assert.equal((await failureOf(foreign.ended)).code, status.PERMISSION_DENIED);
      const deleting = ask((answer) => elsewhere.delete(deleteRequest('game-1', 'g'), answer));
      assert.equal((await failureOf(deleting)).code, status.PERMISSION_DENIED);
      elsewhere.close();
      const stranger = new Metadata();
      stranger.set('authorization', 'Bearer of nothing');
      const denied = new Reading(client, stranger);
      denied.call.write(readOptions('game-1', 'g'));
      assert.equal((await failureOf(denied.ended)).trailers.exception, 'access-denied');
    }),
  );

  it(
    'describes who reads',
    servedPersistent(async ({ client, store }) => {
      await given(client, store);
      const metadata = new Metadata();
      metadata.set('connection-name', 'the test');
      const reading = new Reading(client, metadata);
      reading.call.write(readOptions('game-1', 'g', 5));
      await reading.until(3);
      const response = await ask<GetInfoResp>((answer) => client.getInfo(infoRequest('game-1', 'g'), answer));
      const [connection] = response.getSubscriptionInfo()?.getConnectionsList() ?? [];
      assert.deepEqual(
        [connection?.getConnectionName(), connection?.getUsername(), connection?.getInFlightMessages()],
        ['the test', 'admin', 2],
      );
      assert.match(connection?.getFrom() ?? '', /^127\.0\.0\.1:\d+$/);
      reading.call.cancel();
    }),
  );

  it(
    'waits with what a consumer does not take off its connection',
    servedPersistent(async ({ client, store }) => {
      const large = 'x'.repeat(100_000);
      const count = 200;
      for (let n = 0; n < count; n += 1)
        await store.append('game-1', [jsonEvent({ type: 'A', data: { large } })], 'any');
      await ask((answer) => client.create(createRequest('game-1', 'g'), answer));
      const reading = new Reading(client);
      reading.call.pause();
      reading.call.write(readOptions('game-1', 'g', count));
      const delivered = async () => {
        const response = await ask<GetInfoResp>((answer) => client.getInfo(infoRequest('game-1', 'g'), answer));
        return Number(response.getSubscriptionInfo()?.getTotalItems());
      };
      const deadline = Date.now() + 10_000;
      while ((await delivered()) === 0) assert.ok(Date.now() < deadline, 'nothing was delivered');
      assert.ok((await delivered()) < count, 'everything was written though nothing was read');
      reading.call.resume();
      assert.equal((await reading.until(count + 1)).length, count + 1);
      reading.call.cancel();
    }),
  );
});
