import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PersistentSubscriptionsClient } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/persistent_pb.js';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { startServer } from '../../../src/grpc/server.ts';
import { failureOf } from '../wire.ts';
import { ask, createRequest, infoRequest, readOptions } from './wire.ts';

const file = (name: string) => readFileSync(fileURLToPath(new URL(`../access/${name}`, import.meta.url)));
const tls = { certificate: file('localhost.crt'), key: file('localhost.key') };

describe('persistent subscriptions where people say who they are', () => {
  it('are managed by administrators, and read by whoever may read the stream', async () => {
    const store = openMemoryStore();
    const started = await startServer(store, { port: 0, tls });
    assert.ok(started.kind === 'listening');
    const address = `localhost:${started.server.port}`;
    const channel = credentials.createSsl(tls.certificate);
    const client = new PersistentSubscriptionsClient(address, channel);
    const accounts = new UsersClient(address, channel);
    const as = (who?: string) => {
      const metadata = new Metadata();
      if (who !== undefined) metadata.set('authorization', `Basic ${Buffer.from(who).toString('base64')}`);
      return metadata;
    };
    const create = (stream: string, who?: string) =>
      ask((answer) => client.create(createRequest(stream, 'group'), as(who), answer));
    const info = (stream: string, who?: string) =>
      ask((answer) => client.getInfo(infoRequest(stream, 'group'), as(who), answer));
    const firstAnswer = (stream: string, who?: string) =>
      new Promise<ReadResp>((resolve, reject) => {
        const call = client.read(as(who));
        call.on('error', reject);
        call.on('data', (response: ReadResp) => {
          resolve(response);
          call.end();
        });
        call.write(readOptions(stream, 'group'));
      });
    const refused = async (call: Promise<unknown>) => (await failureOf(call)).code;
    try {
      for (const stream of ['open', 'closed']) await store.append(stream, [jsonEvent({ type: 'A', data: {} })], 'any');
      await store.writeMetadata('closed', { custom: { $acl: { $r: '$admins' } } }, 'any');

      const options = new users.CreateReq.Options();
      options.setLoginName('reader');
      options.setPassword('secret');
      const account = new users.CreateReq().setOptions(options);
      await ask((answer) => accounts.create(account, as('admin:changeit'), answer));

      assert.equal(await refused(create('open')), status.PERMISSION_DENIED);
      assert.equal(await refused(create('open', 'admin:wrong')), status.UNAUTHENTICATED);
      for (const stream of ['open', 'closed']) await create(stream, 'admin:changeit');
      assert.equal(await refused(info('open')), status.PERMISSION_DENIED);
      await info('open', 'admin:changeit');

      assert.equal(await refused(create('other', 'reader:secret')), status.PERMISSION_DENIED);
      assert.equal(await refused(firstAnswer('open')), status.PERMISSION_DENIED);
      assert.ok((await firstAnswer('open', 'reader:secret')).hasSubscriptionConfirmation());
      assert.equal(await refused(firstAnswer('closed', 'reader:secret')), status.PERMISSION_DENIED);
      assert.equal(await refused(firstAnswer('open', 'admin:wrong')), status.UNAUTHENTICATED);
      assert.ok((await firstAnswer('closed', 'admin:changeit')).hasSubscriptionConfirmation());
    } finally {
      client.close();
      accounts.close();
      await started.server.stop();
      store.dispose();
    }
  });
});
