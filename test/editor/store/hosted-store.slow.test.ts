import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { whyNoAnswer } from '../../../src/editor/store/ask-server.ts';
import { HostedStore, type StoreOpen } from '../../../src/editor/store/hosted-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';

function given(t: TestContext, { dataFolder = temporary(t), chosen = undefined as string | undefined, port = 0 } = {}) {
  const hosted = new HostedStore({
    loadPart: () => import('../../../src/grpc/bundle.ts'),
    dataFolder,
    chosenServer: async () => chosen,
    port,
  });
  t.after(() => hosted.dispose());
  return { hosted, dataFolder };
}

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-hosted-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where nobody listens any more. */
async function silentAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  server.close();
  await once(server, 'close');
  return `esdb://127.0.0.1:${address.port}?tls=false`;
}

async function opened(hosted: HostedStore): Promise<StoreOpen> {
  const state = await hosted.open();
  assert.equal(state.kind, 'open', JSON.stringify(state));
  return state.kind === 'open' ? state : assert.fail();
}

async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (holds()) return;
    await wait(50);
  }
  assert.fail('It did not come to that within ten seconds.');
}

async function countIn(store: StoreOpen['store'], stream: string): Promise<number> {
  const read = await store.readStream(stream);
  return read.kind === 'events' ? (await Array.fromAsync(read.events)).length : 0;
}

describe('the store of a window', () => {
  it('is opened once, however many ask, and says where it is', async (t) => {
    const { hosted } = given(t);
    assert.equal(hosted.state.kind, 'notStarted');
    const [one, other] = await Promise.all([opened(hosted), opened(hosted)]);
    assert.equal(one, other);
    assert.equal(one.from, 'own');
    assert.match(one.connectionString ?? '', /^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/);
  });

  it('is shared with a second window, which sees what the first one wrote', async (t) => {
    const first = given(t);
    const { store } = await opened(first.hosted);
    await store.append('game-1', [jsonEvent({ type: 'GameStarted', data: {} })], 'any');
    const second = given(t, { dataFolder: first.dataFolder });
    const shared = await opened(second.hosted);
    assert.equal(shared.from, 'shared');
    assert.match(shared.remark ?? '', /held by this process already\. This window uses its server/);
    assert.equal(await countIn(shared.store, 'game-1'), 1);
  });

  it('keeps its events for the next window', async (t) => {
    const first = given(t);
    await (await opened(first.hosted)).store.append('game-1', [jsonEvent({ type: 'GameStarted', data: {} })], 'any');
    first.hosted.dispose();
    const second = given(t, { dataFolder: first.dataFolder });
    const state = await opened(second.hosted);
    assert.equal(state.from, 'own');
    assert.equal(await countIn(state.store, 'game-1'), 1);
  });

  it('says once what went wrong with it, and goes on with what can be read in a new one', async (t) => {
    const { hosted, dataFolder } = given(t);
    const { store } = await opened(hosted);
    await store.append('game-1', [jsonEvent({ type: 'GameStarted', data: {} })], 'any');
    const troubles: unknown[] = [];
    hosted.onDidChange((state) => state.kind === 'open' && state.trouble && troubles.push(state.trouble));
    renameSync(join(dataFolder, 'events.sqlite'), join(dataFolder, 'kept'));
    for (let n = 0; n < 2; n++) await store.append('game-1', [jsonEvent({ type: 'MoveMade', data: {} })], 'any');
    assert.equal(troubles.length, 1);
    assert.match(String(troubles[0]), /was deleted or replaced while the store was open/);

    await hosted.renew();
    const state = await opened(hosted);
    assert.equal(state.trouble, undefined);
    assert.equal(await countIn(state.store, 'game-1'), 0);
    await state.store.append('game-1', [jsonEvent({ type: 'GameStarted', data: {} })], 'any');
    const renewed = await hosted.renew();
    assert.deepEqual(renewed.lost, []);
    assert.equal(await countIn((await opened(hosted)).store, 'game-1'), 1);
  });

  it('finds an EventStoreDB where its own server should be, and says where it is', async (t) => {
    const real = given(t);
    const { connectionString = '' } = await opened(real.hosted);
    const port = Number(/:(\d+)\?/.exec(connectionString)?.[1]);
    const { hosted } = given(t, { port });
    const state = await opened(hosted);
    assert.equal(state.from, 'own');
    assert.equal(state.other, connectionString);
    assert.match(state.remark ?? '', /there is an EventStoreDB already/);
  });

  it('takes another port when something else holds its own, and offers nothing', async (t) => {
    const sockets: Socket[] = [];
    const stranger = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    t.after(() => {
      for (const socket of sockets) socket.destroy();
      stranger.close();
    });
    await once(stranger, 'listening');
    const address = stranger.address();
    assert.ok(typeof address === 'object' && address !== null);
    const { hosted } = given(t, { port: address.port });
    const state = await opened(hosted);
    assert.equal(state.other, undefined);
    assert.match(state.remark ?? '', new RegExp(`Port ${address.port} is taken`));
  });

  it('uses the server a learner chose', async (t) => {
    const real = given(t);
    const { connectionString } = await opened(real.hosted);
    const { hosted } = given(t, { chosen: connectionString });
    const state = await opened(hosted);
    assert.equal(state.from, 'chosen');
    assert.equal((await state.store.append('s', [jsonEvent({ type: 'T', data: 1 })], 'noStream')).kind, 'appended');
  });

  it('says when the chosen server is gone and when it is back, and subscriptions go on where they were', async (t) => {
    const { openMemoryStore, startServer } = await import('../../../src/grpc/bundle.ts');
    const store = openMemoryStore();
    t.after(() => store.dispose());
    const first = await startServer(store, { port: 0 });
    assert.ok(first.kind === 'listening');
    const { hosted } = given(t, { chosen: first.server.connectionString });
    const remote = (await opened(hosted)).store;
    const seen: bigint[] = [];
    const subscription = remote.subscribeToStream('s', {
      event: ({ event }) => void seen.push(event?.revision ?? -1n),
    });
    t.after(() => subscription.dispose());
    await store.append('s', [jsonEvent({ type: 'T', data: 0 })], 'any');
    await until(() => seen.length === 1);

    await first.server.stop();
    await until(() => hosted.state.kind === 'lost');
    await store.append('s', [jsonEvent({ type: 'T', data: 1 })], 'any');
    const second = await startServer(store, { port: first.server.port });
    assert.ok(second.kind === 'listening');
    t.after(() => second.server.dispose());
    await until(() => hosted.state.kind === 'open');
    await until(() => seen.length === 2);
    assert.deepEqual(seen, [0n, 1n]);
  });

  it('is shown as lost where a chosen server never answered, though nobody looks at a stream', async (t) => {
    const { hosted } = given(t, { chosen: await silentAddress() });
    await hosted.open();
    await until(() => hosted.state.kind === 'lost');
  });

  it('says in a sentence why it can’t be opened, and opens when that is mended', async (t) => {
    const folder = temporary(t);
    let chosen: string | undefined = 'nonsense';
    const hosted = new HostedStore({
      loadPart: () => import('../../../src/grpc/bundle.ts'),
      dataFolder: folder,
      chosenServer: async () => chosen,
      port: 0,
    });
    t.after(() => hosted.dispose());
    const state = await hosted.open();
    assert.ok(state.kind === 'failed' && state.reason.length > 10, JSON.stringify(state));
    chosen = undefined;
    assert.equal((await hosted.reopen()).kind, 'open');
  });
});

describe('an address that somebody wants to use', () => {
  const part = () => import('../../../src/grpc/bundle.ts');

  it('is taken when an event store answers there', async (t) => {
    const { connectionString = '' } = await opened(given(t).hosted);
    assert.equal(await whyNoAnswer(await part(), connectionString), undefined);
  });

  it('is told about when nobody does, in good time', async () => {
    const began = performance.now();
    const reason = await whyNoAnswer(await part(), await silentAddress());
    assert.ok((reason ?? '').length > 10, reason);
    assert.ok(performance.now() - began < 20_000);
  });

  it('is told about when something else is there that says nothing', async (t) => {
    const sockets: Socket[] = [];
    const stranger = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    t.after(() => {
      for (const socket of sockets) socket.destroy();
      stranger.close();
    });
    await once(stranger, 'listening');
    const address = stranger.address();
    assert.ok(typeof address === 'object' && address !== null);
    const reason = await whyNoAnswer(await part(), `esdb://127.0.0.1:${address.port}?tls=false`);
    assert.match(reason ?? '', /within 3 seconds/);
  });
});
