import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { OperationsClient } from '@eventstore/db-client/generated/operations_grpc_pb.js';
import operations from '@eventstore/db-client/generated/operations_pb.js';
import { PersistentSubscriptionsClient } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type { ListResp } from '@eventstore/db-client/generated/persistent_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials, status } from '@grpc/grpc-js';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import { startServer } from '../../src/grpc/server.ts';
import {
  appendOptions,
  ask,
  batchMessage,
  failureOf,
  readRequest,
  sendRead,
  served,
  streamIdentifier,
  streamsClient,
} from './wire.ts';

const insecure = credentials.createInsecure();

describe('the server', () => {
  it(
    'answers on 127.0.0.1, on ::1 and as localhost, on the same port',
    served(async ({ server }) => {
      for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
        const client = streamsClient(server.port, {}, host);
        assert.equal((await sendRead(client, readRequest(undefined))).length, 4);
        client.close();
      }
    }),
  );

  it(
    'refuses to answer under a name that is not this machine’s',
    served(async ({ server, store }) => {
      const client = streamsClient(server.port, { 'grpc.default_authority': 'evil.example:2113' });
      assert.equal((await failureOf(sendRead(client, readRequest(undefined)))).code, status.PERMISSION_DENIED);
      const deletion = new streams.DeleteReq();
      const options = new streams.DeleteReq.Options();
      options.setStreamIdentifier(streamIdentifier('game-1'));
      options.setAny(new shared.Empty());
      deletion.setOptions(options);
      const deleting = await failureOf(ask((answer) => client.delete(deletion, answer)));
      assert.equal(deleting.code, status.PERMISSION_DENIED);
      const appending = await failureOf(
        ask((answer) => {
          const call = client.append(answer);
          call.write(appendOptions('game-1'));
          call.end();
        }),
      );
      assert.equal(appending.code, status.PERMISSION_DENIED);
      assert.equal((await store.readStream('game-1')).kind, 'streamNotFound');
      client.close();
    }),
  );

  it(
    'names the methods that work, in lower case, with a version of EventStoreDB',
    served(async ({ server }) => {
      const client = new ServerFeaturesClient(`127.0.0.1:${server.port}`, insecure);
      const response = await ask<SupportedMethods>((answer) => client.getSupportedMethods(new shared.Empty(), answer));
      assert.match(response.getEventStoreServerVersion(), /^24\.10\./);
      const methods = response.getMethodsList().map((method) => `${method.getServiceName()}/${method.getMethodName()}`);
      assert.ok(methods.includes('event_store.client.streams.streams/batchappend'));
      client.close();
    }),
  );

  it(
    'gossips of one member, which leads, is alive, and stands where the client found it',
    served(async ({ server }) => {
      const client = new GossipClient(`localhost:${server.port}`, insecure);
      const members = (await ask<ClusterInfo>((answer) => client.read(new shared.Empty(), answer))).getMembersList();
      assert.equal(members.length, 1);
      const [member] = members;
      assert.equal(member?.getState(), gossip.MemberInfo.VNodeState.LEADER);
      assert.ok(member?.getIsAlive());
      assert.deepEqual(
        [member?.getHttpEndPoint()?.getAddress(), member?.getHttpEndPoint()?.getPort()],
        ['localhost', server.port],
      );
      client.close();
    }),
  );

  it(
    'has an empty list of persistent subscriptions',
    served(async ({ server }) => {
      const client = new PersistentSubscriptionsClient(`127.0.0.1:${server.port}`, insecure);
      const response = await ask<ListResp>((answer) => client.list(new persistent.ListReq(), answer));
      assert.deepEqual(response.getSubscriptionsList(), []);
      client.close();
    }),
  );

  it(
    'says in a sentence what it does not have',
    served(async ({ server }) => {
      const client = new OperationsClient(`127.0.0.1:${server.port}`, insecure);
      const failure = await failureOf(ask((answer) => client.startScavenge(new operations.StartScavengeReq(), answer)));
      assert.equal(failure.code, status.UNIMPLEMENTED);
      assert.match(failure.details, /has no server operations.*Operations\/StartScavenge/);
      client.close();
    }),
  );

  it('says that a port is taken, and takes another where that was asked for', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const store = openMemoryStore();
    const refused = await startServer(store, { port });
    assert.deepEqual(refused, { kind: 'portTaken', port, reason: `Port ${port} is taken by another program.` });
    const elsewhere = await startServer(store, { port, orAnother: true });
    assert.ok(elsewhere.kind === 'listening');
    assert.notEqual(elsewhere.server.port, port);
    await elsewhere.server.stop();
    store.dispose();
    other.close();
  });
});

describe('stopping the server', () => {
  it('ends reads, subscriptions and batch appends as cancelled and an append in flight as unavailable', async () => {
    const store = openMemoryStore();
    const started = await startServer(store, { port: 0 });
    assert.ok(started.kind === 'listening');
    const client = streamsClient(started.server.port);
    const subscribing = failureOf(
      sendRead(
        client,
        readRequest(undefined, (options) => {
          options.clearCount();
          options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
        }),
      ),
    );
    const appending = failureOf(ask((answer) => client.append(answer).write(appendOptions('game-1'))));
    const batching = client.batchAppend();
    const batchingEnds = failureOf(new Promise((_, reject) => batching.on('error', reject)));
    // One connection keeps the order: once this is answered, the server has seen the others too.
    await new Promise((resolve) => {
      batching.on('data', resolve);
      batching.write(batchMessage({ correlation: '11111111-2222-3333-4444-555555555555', stream: 'a' }));
    });

    const before = performance.now();
    await started.server.stop();
    assert.ok(performance.now() - before < 5000);
    assert.equal((await subscribing).code, status.CANCELLED);
    assert.equal((await batchingEnds).code, status.CANCELLED);
    assert.equal((await appending).code, status.UNAVAILABLE);
    client.close();
    store.dispose();
  });

  it('frees the port at once', async () => {
    const store: EventStore = openMemoryStore();
    const first = await startServer(store, { port: 0 });
    assert.ok(first.kind === 'listening');
    await first.server.stop();
    const second = await startServer(store, { port: first.server.port });
    assert.equal(second.kind, 'listening');
    if (second.kind === 'listening') await second.server.stop();
    store.dispose();
  });
});
