import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GetInfoResp, ListResp } from '@eventstore/db-client/generated/persistent_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { failureOf, streamIdentifier } from '../wire.ts';
import { ask, createRequest, deleteRequest, infoRequest, servedPersistent } from './wire.ts';

const methods = ['create', 'delete', 'getinfo', 'list', 'read', 'replayparked', 'restartsubsystem', 'update'];

function basic(credentials: string): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  return metadata;
}

describe('persistent subscriptions on the wire', () => {
  it(
    'are named among the methods that work, with the features by which clients choose their way',
    servedPersistent(async ({ server }) => {
      const client = new ServerFeaturesClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
      const response = await ask<SupportedMethods>((answer) => client.getSupportedMethods(new shared.Empty(), answer));
      const service = 'event_store.client.persistent_subscriptions.persistentsubscriptions';
      const named = response.getMethodsList().filter((method) => method.getServiceName() === service);
      assert.deepEqual(named.map((method) => method.getMethodName()).sort(), methods);
      for (const method of named) assert.deepEqual(method.getFeaturesList(), ['stream', 'all']);
      client.close();
    }),
  );

  it(
    'tell by trailers that there is one of the name, or none',
    servedPersistent(async ({ client }) => {
      await ask((answer) => client.create(createRequest('game-1', 'g'), answer));
      const names = { 'stream-name': 'game-1', 'group-name': 'g' };
      const exists = await failureOf(ask((answer) => client.create(createRequest('game-1', 'g'), answer)));
      assert.deepEqual(exists, {
        code: status.ALREADY_EXISTS,
        details: 'Subscription group g on stream game-1 exists.',
        trailers: { exception: 'persistent-subscription-exists', ...names },
      });
      await ask((answer) => client.delete(deleteRequest('game-1', 'g'), answer));
      const missing = await failureOf(ask((answer) => client.delete(deleteRequest('game-1', 'g'), answer)));
      assert.deepEqual(missing, {
        code: status.NOT_FOUND,
        details: 'Subscription group g on stream game-1 does not exist.',
        trailers: { exception: 'persistent-subscription-does-not-exist', ...names },
      });
    }),
  );

  it(
    'say what is wrong with settings',
    servedPersistent(async ({ client }) => {
      const request = createRequest('game-1', 'g', (settings) => settings.setReadBatchSize(500));
      const failed = await failureOf(ask((answer) => client.create(request, answer)));
      assert.equal(failed.code, status.INTERNAL);
      assert.equal(failed.trailers.exception, 'persistent-subscription-failed');
      assert.match(failed.trailers.reason ?? '', /read batch size/);
      const unknown = createRequest('game-1', 'g', (settings) => settings.setConsumerStrategy('Sideways'));
      const strategy = await failureOf(ask((answer) => client.create(unknown, answer)));
      assert.match(strategy.details, /Consumer strategy Sideways does not exist; there are RoundRobin/);
      const nothing = await failureOf(ask((answer) => client.create(new persistent.CreateReq(), answer)));
      assert.equal(nothing.code, status.INVALID_ARGUMENT);
    }),
  );

  it(
    'have the settings they were given, in names and ticks too',
    servedPersistent(async ({ client }) => {
      const request = createRequest('game-1', 'g', (settings) => {
        settings.setMessageTimeoutTicks('50000000');
        settings.setCheckpointAfterTicks('70000');
        settings.setConsumerStrategy('PinnedByCorrelation');
        settings.setMaxSubscriberCount(4);
      });
      request.getOptions()?.getStream()?.setRevision('12');
      await ask((answer) => client.create(request, answer));
      const response = await ask<GetInfoResp>((answer) => client.getInfo(infoRequest('game-1', 'g'), answer));
      const info = response.getSubscriptionInfo();
      assert.deepEqual(
        [
          info?.getEventSource(),
          info?.getGroupName(),
          info?.getStartFrom(),
          info?.getMessageTimeoutMilliseconds(),
          info?.getCheckPointAfterMilliseconds(),
          info?.getNamedConsumerStrategy(),
          info?.getMaxSubscriberCount(),
          info?.getLastKnownEventPosition(),
        ],
        ['game-1', 'g', '12', 5000, 7, 'PinnedByCorrelation', 4, ''],
      );
    }),
  );

  it(
    'can be asked for as the oldest clients do, who name the stream beside the settings',
    servedPersistent(async ({ client }) => {
      const request = createRequest('', 'g', (settings) => settings.setRevision('3'));
      request.getOptions()?.clearStream();
      request.getOptions()?.setStreamIdentifier(streamIdentifier('game-1'));
      await ask((answer) => client.create(request, answer));
      const response = await ask<GetInfoResp>((answer) => client.getInfo(infoRequest('game-1', 'g'), answer));
      assert.equal(response.getSubscriptionInfo()?.getStartFrom(), '3');
    }),
  );

  it(
    'are listed, all of them or those of one source',
    servedPersistent(async ({ client }) => {
      await ask((answer) => client.create(createRequest('game-1', 'a'), answer));
      await ask((answer) => client.create(createRequest('game-1', 'b'), answer));
      await ask((answer) => client.create(createRequest('game-2', 'c'), answer));
      const list = async (stream?: string) => {
        const options = new persistent.ListReq.Options();
        if (stream === undefined) options.setListAllSubscriptions(new shared.Empty());
        else {
          const option = new persistent.ListReq.StreamOption();
          if (stream === '$all') option.setAll(new shared.Empty());
          else option.setStream(streamIdentifier(stream));
          options.setListForStream(option);
        }
        const request = new persistent.ListReq();
        request.setOptions(options);
        const response = await ask<ListResp>((answer) => client.list(request, answer));
        return response.getSubscriptionsList().map((info) => info.getGroupName());
      };
      assert.deepEqual(await list(), ['a', 'b', 'c']);
      assert.deepEqual(await list('game-1'), ['a', 'b']);
      const none = await failureOf(list('$all'));
      assert.equal(none.details, 'Subscription group  on stream $all does not exist.');
      assert.equal(none.trailers['group-name'], '');
    }),
  );

  it(
    'are the administrator’s, where somebody says who they are',
    servedPersistent(async ({ client }) => {
      const denied = await failureOf(
        ask((answer) => client.create(createRequest('game-1', 'g'), basic('AzureDiamond:hunter2'), answer)),
      );
      assert.deepEqual(denied, {
        code: status.PERMISSION_DENIED,
        details: 'Access Denied',
        trailers: { exception: 'access-denied' },
      });
      await ask((answer) => client.create(createRequest('game-1', 'g'), basic('admin:changeit'), answer));
    }),
  );

  it(
    'may have names in any script',
    servedPersistent(async ({ client }) => {
      const [stream, group] = ['어학연구소/0️⃣', 'ヽ༼ຈل͜ຈ༽ﾉ'];
      await ask((answer) => client.create(createRequest(stream, group), answer));
      const exists = await failureOf(ask((answer) => client.create(createRequest(stream, group), answer)));
      assert.equal(exists.trailers['group-name'], encodeURIComponent(group));
    }),
  );
});
