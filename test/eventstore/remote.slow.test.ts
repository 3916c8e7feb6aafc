import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import { type ConnectionState, openRemoteStore } from '../../src/eventstore/remote.ts';
import { startServer } from '../../src/grpc/server.ts';
import { watch } from '../conformance/harness.ts';

const a = (type: string) => jsonEvent({ type, data: {} });

describe('a remote store', () => {
  it('says that a connection string is none', async () => {
    const result = await openRemoteStore('nonsense://');
    assert.ok(result.kind === 'unavailable');
    assert.match(result.reason, /connection string cannot be used/);
  });

  it('says that nobody answers, instead of throwing', async () => {
    const opened = await openRemoteStore('esdb://127.0.0.1:9?tls=false&maxDiscoverAttempts=1&discoveryInterval=1');
    assert.ok(opened.kind === 'opened');
    const { store } = opened;
    assert.equal((await store.append('game-1', [a('A')], 'any')).kind, 'unavailable');
    assert.equal((await store.readStream('game-1')).kind, 'unavailable');
    store.dispose();
  });

  it('tells that the server is lost and is back, and its subscriptions go on where they were', async () => {
    const served = openMemoryStore();
    const first = await startServer(served, { port: 0 });
    assert.ok(first.kind === 'listening');
    const opened = await openRemoteStore(first.server.connectionString);
    assert.ok(opened.kind === 'opened');
    const { store } = opened;
    const states: ConnectionState['kind'][] = [];
    store.connection(({ kind }) => states.push(kind));

    const watching = watch((observer) => store.subscribeToStream('game-1', observer));
    await watching.until(1);
    await served.append('game-1', [a('A')], 'any');
    await watching.until(2);
    await first.server.stop();
    await served.append('game-1', [a('B')], 'any');
    const second = await startServer(served, { port: first.server.port });
    assert.ok(second.kind === 'listening');
    await served.append('game-1', [a('C')], 'any');

    assert.deepEqual(await watching.until(4), ['(caught up)', 'A', 'B', 'C']);
    assert.equal(states[0], 'connected');
    assert.ok(states.includes('lost'));
    assert.equal(states.at(-1), 'connected');
    store.dispose();
    assert.deepEqual(await watching.until(5), ['(caught up)', 'A', 'B', 'C', '(ended: unavailable)']);
    await second.server.stop();
    served.dispose();
  });
});
