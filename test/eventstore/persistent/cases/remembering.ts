import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventStore } from '../../../../src/eventstore/event-store.ts';
import { jsonDataOf } from '../../../../src/eventstore/events.ts';
import { append, read } from '../../../conformance/harness.ts';
import { type Answer, acknowledge, eventually, type WithSubscriptions } from '../harness.ts';

const checkpointStream = '$persistentsubscription-game-1::group-checkpoint';
const parkedStream = '$persistentsubscription-game-1::group-parked';

/** Parks what is named and acknowledges the rest. */
function park(...types: readonly string[]): Answer {
  return (line, id, connection) =>
    types.includes(line) ? connection.refuse([id], 'park', 'not today') : connection.acknowledge([id]);
}

async function has(store: EventStore, stream: string): Promise<boolean> {
  return (await store.readStream(stream)).kind === 'events';
}

export function remembering(withSubscriptions: WithSubscriptions): void {
  describe('after a restart of the server', () => {
    it(
      'a persistent subscription is there as it was',
      withSubscriptions(async (fixture) => {
        const filter = { on: 'stream' as const, match: { prefixes: ['a,b', 'c'] } };
        const regex = { on: 'type' as const, match: { regex: /^x/iu } };
        await fixture.create('game-1', { startFrom: 7n, strategy: 'PinnedByCorrelation', resolveLinks: true });
        await fixture.create('$all', { startFrom: 2n }, { filter });
        await fixture.create('$all', { startFrom: 'end' }, { filter: regex, group: 'other' });
        const before = await fixture.subscriptions.list();
        await fixture.restart();
        const after = await fixture.subscriptions.list();
        assert.ok(before.kind === 'list' && after.kind === 'list');
        const definitions = (infos: typeof before.infos) =>
          infos.map(({ source, group, settings, liveFrom }) => ({ source, group, settings, liveFrom }));
        assert.equal(after.infos.length, 3);
        assert.deepEqual(definitions(after.infos), definitions(before.infos));
      }),
    );

    it(
      'nothing comes again from before the checkpoint, and everything that was not acknowledged does',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C', 'D');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', {
          answer: (line, id, connection) => line !== 'C' && connection.acknowledge([id]),
        });
        await reader.until(4);
        await eventually('the checkpoint is stored', async () => (await fixture.info('game-1')).lastCheckpoint === 1n);
        await fixture.restart();
        const again = await fixture.read('game-1');
        assert.deepEqual(await again.until(2), ['C', 'D']);
      }),
    );

    it(
      'one that starts from the end and has no checkpoint has missed nothing',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await fixture.create('game-1', { startFrom: 'end' });
        await append(fixture.store, 'game-1', 'B');
        await fixture.restart();
        await append(fixture.store, 'game-1', 'C');
        assert.deepEqual(await (await fixture.read('game-1')).until(2), ['B', 'C']);
      }),
    );

    it(
      'parked messages are there, and can be replayed',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', { answer: park('A', 'C') });
        await reader.until(3);
        await eventually('all are done', async () => (await fixture.info('game-1')).lastCheckpoint === 2n);
        await fixture.restart();
        assert.equal((await fixture.info('game-1')).parkedCount, 2n);
        const again = await fixture.read('game-1');
        await fixture.replay('game-1');
        assert.deepEqual(await again.until(2), ['A', 'C']);
      }),
    );

    it(
      'what was being replayed and was not done is parked as before',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', { answer: park('A', 'B', 'C') });
        await reader.until(3);
        await eventually('all are parked', async () => (await fixture.info('game-1')).parkedCount === 3n);
        reader.dispose();
        await fixture.replay('game-1');
        const slow = await fixture.read('game-1', {
          answer: (line, id, connection) => line === 'A' && connection.acknowledge([id]),
        });
        await slow.until(3);
        assert.equal((await fixture.info('game-1')).parkedCount, 0n);
        await eventually('A is forgotten', async () => {
          const parked = await fixture.store.readStream(parkedStream, { limit: 1 });
          if (parked.kind !== 'events') return false;
          for await (const { event } of parked.events) return event?.revision === 1n;
          return false;
        });
        await fixture.restart();
        assert.equal((await fixture.info('game-1')).parkedCount, 2n);
        await fixture.replay('game-1');
        assert.deepEqual(await (await fixture.read('game-1')).until(2), ['B', 'C']);
      }),
    );
  });

  describe('what is remembered', () => {
    it(
      'is in the system streams that EventStoreDB has for it, and in its form',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', { answer: park('A') });
        await reader.until(2);
        await eventually('all are done', async () => (await fixture.info('game-1')).lastCheckpoint === 1n);

        const [parked] = await read(fixture.store, parkedStream);
        assert.ok(parked?.event !== undefined);
        assert.deepEqual([parked.event.type, Buffer.from(parked.event.data).toString()], ['$>', '0@game-1']);
        const metadata = JSON.parse(Buffer.from(parked.event.metadata).toString());
        assert.deepEqual(Object.keys(metadata), ['added', 'reason', 'subscriptionEventNumber']);
        assert.equal(metadata.reason, "Client explicitly NAK'ed message.\nnot today");

        const checkpoints = await read(fixture.store, checkpointStream);
        const last = checkpoints.at(-1)?.event;
        assert.ok(last !== undefined);
        assert.deepEqual([last.type, jsonDataOf(last)], ['$SubscriptionCheckpoint', '1']);

        const config = (await read(fixture.store, '$persistentSubscriptionConfig')).at(-1)?.event;
        assert.equal(config?.type, '$PersistentConfig');
        assert.match(Buffer.from(config?.data ?? []).toString(), /"version":"2".*"stream":"game-1","group":"group"/);
      }),
    );

    it(
      'is in positions for $all, and only the newest checkpoints are kept',
      withSubscriptions(async (fixture) => {
        const { position } = await append(fixture.store, 'game-1', 'A', 'B', 'C', 'D');
        const filter = { on: 'stream' as const, match: { prefixes: ['game-'] } };
        await fixture.create('$all', { maxCheckpointCount: 1 }, { filter });
        const reader = await fixture.read('$all', { limit: 1, answer: acknowledge });
        await reader.until(4);
        const stream = '$persistentsubscription-$all::group-checkpoint';
        await eventually('a checkpoint has come so far', async () => {
          if (!(await has(fixture.store, stream))) return false;
          const last = (await read(fixture.store, stream)).at(-1)?.event;
          const [, stored = '0'] = /^C:(\d+)\/P:\d+$/.exec(String(last && jsonDataOf(last))) ?? [];
          return BigInt(stored) >= position;
        });
        assert.ok((await read(fixture.store, stream)).length <= 2);
      }),
    );

    it(
      'is forgotten when the subscription is deleted',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        await (await fixture.read('game-1', { answer: park('A') })).until(2);
        await eventually('all are done', async () => (await fixture.info('game-1')).lastCheckpoint === 1n);
        await fixture.subscriptions.delete({ source: 'game-1', group: 'group' }, 'admin');
        assert.ok(!(await has(fixture.store, checkpointStream)));
        assert.ok(!(await has(fixture.store, parkedStream)));
        await fixture.restart();
        assert.deepEqual(await fixture.subscriptions.list(), { kind: 'list', infos: [] });
      }),
    );

    it(
      'makes no sense now and then: that is said, and nothing is overwritten',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, '$persistentSubscriptionConfig', '$PersistentConfig');
        await fixture.restart();
        const list = await fixture.subscriptions.list();
        assert.ok(list.kind === 'failed');
        assert.match(list.reason, /persistent subscriptions of this store could not be started/);
        await assert.rejects(fixture.create('game-1'), /could not be started/);
        assert.equal((await read(fixture.store, '$persistentSubscriptionConfig')).length, 1);
      }),
    );
  });

  describe('replaying', () => {
    it(
      'stops before a revision of the parked messages, and goes on from there the next time',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C');
        await fixture.create('game-1');
        const first = await fixture.read('game-1', { limit: 1, answer: park('A', 'B', 'C') });
        await first.until(3);
        await eventually('all are parked', async () => (await fixture.info('game-1')).parkedCount === 3n);
        first.dispose();
        const reader = await fixture.read('game-1', { answer: acknowledge });
        await fixture.replay('game-1', 2n);
        assert.deepEqual(await reader.until(2), ['A', 'B']);
        await fixture.replay('game-1', 2n);
        assert.equal((await fixture.info('game-1')).parkedCount, 1n);
        await fixture.replay('game-1');
        assert.deepEqual(await reader.until(3), ['A', 'B', 'C']);
      }),
    );

    it(
      'may end where it began: in the parked messages',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await fixture.create('game-1');
        const reader = await fixture.read('game-1', { answer: park('A') });
        await reader.until(1);
        await eventually('it is parked', async () => (await fixture.info('game-1')).parkedCount === 1n);
        await fixture.replay('game-1');
        await reader.until(2);
        await eventually('it is parked again', async () => (await fixture.info('game-1')).parkedCount === 1n);
        const parked = await read(fixture.store, parkedStream, { resolveLinks: true });
        assert.equal(parked.at(-1)?.event?.type, 'A');
      }),
    );
  });
}
