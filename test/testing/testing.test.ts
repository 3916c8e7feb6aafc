import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { startEventStore } from '../../src/testing/testing.ts';
import {
  appendEvent,
  appendOptions,
  failureOf,
  readRequest,
  sendAppend,
  sendRead,
  streamsClient,
} from '../grpc/wire.ts';

const event = () => appendEvent({ id: crypto.randomUUID(), type: 'A', contentType: 'application/json' });

async function countIn(port: number, stream: string): Promise<number> {
  const client = streamsClient(port);
  try {
    return (await sendRead(client, readRequest(stream))).filter((message) => message.hasEvent()).length;
  } finally {
    client.close();
  }
}

describe('an event store for tests', () => {
  it('is fresh each time, and knows nothing of another', async () => {
    await using one = await startEventStore();
    await using other = await startEventStore();
    assert.equal(one.connectionString, `esdb://127.0.0.1:${one.port}?tls=false`);
    const client = streamsClient(one.port);
    await sendAppend(client, [appendOptions('game-1'), event()]);
    client.close();
    assert.deepEqual([await countIn(one.port, 'game-1'), await countIn(other.port, 'game-1')], [1, 0]);
  });

  it('is gone at the end of its scope, and its port is free', async () => {
    let port = 0;
    {
      await using store = await startEventStore();
      port = store.port;
    }
    assert.equal((await failureOf(countIn(port, 'game-1'))).code, 14);
    await using again = await startEventStore({ port });
    assert.equal(again.port, port);
    await again.stop();
    await again.stop();
  });

  it('can be one that encrypts and asks who calls', async () => {
    const file = (name: string) => readFileSync(new URL(`../grpc/access/${name}`, import.meta.url));
    await using store = await startEventStore({
      tls: { certificate: file('localhost.crt'), key: file('localhost.key') },
    });
    assert.equal(store.connectionString, `esdb://localhost:${store.port}?tls=true`);
    assert.equal((await failureOf(countIn(store.port, 'game-1'))).code, 14);
  });

  it('says that its port is taken', async () => {
    await using store = await startEventStore();
    await assert.rejects(startEventStore({ port: store.port }), /Port \d+ is taken by another program\./);
  });
});
