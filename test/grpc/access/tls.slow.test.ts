import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { openRemoteStore } from '../../../src/eventstore/remote.ts';
import { type StoreServer, startServer } from '../../../src/grpc/server.ts';
import {
  appendEvent,
  appendOptions,
  ask,
  batchMessage,
  failureOf,
  readRequest,
  sendRead,
  streamIdentifier,
} from '../wire.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const tls = { certificate: readFileSync(file('localhost.crt')), key: readFileSync(file('localhost.key')) };

interface Secured {
  readonly store: EventStore;
  readonly server: StoreServer;
  /** The generated clients, calling as somebody: `name:password`, or nobody. */
  as(who?: string): Calls;
}

interface Calls {
  read(stream: string | undefined): Promise<unknown>;
  append(stream: string): Promise<unknown>;
  batch(stream: string): Promise<string | undefined>;
  delete(stream: string): Promise<unknown>;
  create(loginName: string, password: string, groups?: readonly string[]): Promise<unknown>;
  details(loginName: string): Promise<unknown>;
}

function secured(run: (secured: Secured) => Promise<void>): () => Promise<void> {
  return async () => {
    const store = openMemoryStore();
    const started = await startServer(store, { port: 0, tls });
    assert.ok(started.kind === 'listening');
    const { server } = started;
    const address = `localhost:${server.port}`;
    const channel = credentials.createSsl(tls.certificate);
    const [client, accounts] = [new StreamsClient(address, channel), new UsersClient(address, channel)];
    try {
      await run({ store, server, as: (who) => calls(client, accounts, who) });
    } finally {
      client.close();
      accounts.close();
      await server.stop();
      store.dispose();
    }
  };
}

function calls(client: StreamsClient, accounts: UsersClient, who: string | undefined): Calls {
  const metadata = new Metadata();
  if (who !== undefined) metadata.set('authorization', `Basic ${Buffer.from(who).toString('base64')}`);
  const event = () => ({ id: randomUUID(), type: 'A', contentType: 'application/json' });
  return {
    read: (stream) => finished(client.read(readRequest(stream), metadata)),
    append: (stream) =>
      ask((answer) => {
        const call = client.append(metadata, answer);
        call.write(appendOptions(stream));
        call.write(appendEvent(event()));
        call.end();
      }),
    batch: (stream) =>
      new Promise((resolve, reject) => {
        const call = client.batchAppend(metadata);
        call.on('data', (response: InstanceType<typeof streams.BatchAppendResp>) =>
          resolve(response.getError()?.getDetails()?.getTypeName()),
        );
        call.on('error', reject);
        call.end(batchMessage({ correlation: randomUUID(), stream, events: [event()] }));
      }),
    delete: (stream) =>
      ask((answer) => {
        const options = new streams.DeleteReq.Options();
        options.setStreamIdentifier(streamIdentifier(stream));
        options.setAny(appendOptions(stream).getOptions()?.getAny());
        const request = new streams.DeleteReq();
        request.setOptions(options);
        client.delete(request, metadata, answer);
      }),
    create: (loginName, password, groups = []) =>
      ask((answer) => {
        const options = new users.CreateReq.Options();
        options.setLoginName(loginName);
        options.setPassword(password);
        options.setGroupsList([...groups]);
        const request = new users.CreateReq();
        request.setOptions(options);
        accounts.create(request, metadata, answer);
      }),
    details: (loginName) => {
      const options = new users.DetailsReq.Options();
      options.setLoginName(loginName);
      const request = new users.DetailsReq();
      request.setOptions(options);
      return finished(accounts.details(request, metadata));
    },
  };
}

/** Settles when a stream of answers has ended well, or not. */
function finished(call: NodeJS.EventEmitter & { resume?(): unknown }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    call.on('data', () => {});
    call.on('error', reject);
    call.on('end', resolve);
  });
}

const codeOf = async (work: Promise<unknown>) => (await failureOf(work)).code;
const admin = 'admin:changeit';

describe('a server with a certificate', () => {
  it(
    'lets the administrator in with the default password, through the official client too',
    secured(async ({ server, as }) => {
      await as(admin).append('game-1');
      await as(admin).read(undefined);
      assert.equal(await as(admin).batch('game-1'), undefined);
      assert.equal(server.connectionString, `esdb://localhost:${server.port}?tls=true`);
      const address = server.connectionString.replace('//', `//${admin}@`);
      const opened = await openRemoteStore(`${address}&tlsCAFile=${file('localhost.crt')}`);
      assert.ok(opened.kind === 'opened');
      const appended = await opened.store.append('game-1', [jsonEvent({ type: 'B', data: {} })], 'streamExists');
      assert.deepEqual(appended.kind === 'appended' && appended.revision, 2n);
      opened.store.dispose();
    }),
  );

  it(
    'knows nobody by a wrong password, and lets nobody without a name do anything',
    secured(async ({ as }) => {
      for (const who of ['admin:guessed', 'nobody:changeit']) {
        assert.equal(await codeOf(as(who).read('game-1')), status.UNAUTHENTICATED);
        assert.equal(await codeOf(as(who).append('game-1')), status.UNAUTHENTICATED);
        assert.equal(await codeOf(as(who).batch('game-1')), status.UNAUTHENTICATED);
        assert.equal(await codeOf(as(who).delete('game-1')), status.UNAUTHENTICATED);
      }
      assert.equal(await codeOf(as().read('game-1')), status.PERMISSION_DENIED);
      assert.equal(await codeOf(as().append('game-1')), status.PERMISSION_DENIED);
      assert.equal(await as().batch('game-1'), 'event_store.client.AccessDenied');
    }),
  );

  it(
    'lets users do what a stream’s list allows, in the words that clients know',
    secured(async ({ store, as }) => {
      await as(admin).create('ada', 'first', ['players']);
      await as(admin).create('bob', 'second');
      await as('ada:first').append('game-1');
      await as('bob:second').read('game-1');
      await store.writeMetadata('game-1', { custom: { $acl: { $r: 'players', $w: ['ada'], $d: '$admins' } } }, 'any');
      await as('ada:first').read('game-1');
      await as('ada:first').append('game-1');
      const refused = await failureOf(as('bob:second').read('game-1'));
      assert.deepEqual([refused.code, refused.trailers.exception], [status.PERMISSION_DENIED, 'access-denied']);
      assert.equal(await codeOf(as('bob:second').append('game-1')), status.PERMISSION_DENIED);
      assert.equal(await as('bob:second').batch('game-1'), 'event_store.client.AccessDenied');
      assert.equal(await codeOf(as('ada:first').delete('game-1')), status.PERMISSION_DENIED);
      assert.equal(await codeOf(as('ada:first').read(undefined)), status.PERMISSION_DENIED);
      assert.equal(await codeOf(as('ada:first').read('$ce-game')), status.PERMISSION_DENIED);
      // Whoever may write metadata may change who may.
      await as('bob:second').append('$$game-1');
      await as(admin).delete('game-1');
    }),
  );

  it(
    'leaves users to the administrator, but for one’s own account',
    secured(async ({ as }) => {
      await as(admin).create('ada', 'first');
      assert.equal(await codeOf(as('ada:first').create('eve', 'x', ['$admins'])), status.PERMISSION_DENIED);
      assert.equal(await codeOf(as().create('eve', 'x')), status.PERMISSION_DENIED);
      await as('ada:first').details('ada');
      assert.equal(await codeOf(as('ada:first').details('admin')), status.PERMISSION_DENIED);
      assert.equal(await codeOf(as('ada:first').details('')), status.PERMISSION_DENIED);
      await as(admin).details('');
    }),
  );

  it(
    'says nothing to whoever does not encrypt',
    secured(async ({ server }) => {
      const client = new StreamsClient(`localhost:${server.port}`, credentials.createInsecure());
      assert.equal(await codeOf(sendRead(client, readRequest('game-1'))), status.UNAVAILABLE);
      client.close();
    }),
  );
});
