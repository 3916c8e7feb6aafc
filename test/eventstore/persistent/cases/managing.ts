import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings, type SubscriptionSettings } from '../../../../src/eventstore/persistent/settings.ts';
import { append } from '../../../conformance/harness.ts';
import { type Answer, acknowledge, eventually, Reader, type WithSubscriptions } from '../harness.ts';

const settings: SubscriptionSettings = { ...defaultSettings, startFrom: 'start' };
const name = { source: 'game-1', group: 'group' };
const request = { ...name, settings, user: 'admin' };

export function managing(withSubscriptions: WithSubscriptions): void {
  describe('creating a persistent subscription', () => {
    it(
      'works once under each name',
      withSubscriptions(async ({ subscriptions }) => {
        assert.deepEqual(await subscriptions.create(request), { kind: 'done' });
        assert.deepEqual(await subscriptions.create(request), { kind: 'exists' });
        assert.deepEqual(await subscriptions.create({ ...request, group: 'other' }), { kind: 'done' });
        assert.deepEqual(await subscriptions.create({ ...request, source: 'game-2' }), { kind: 'done' });
        assert.deepEqual(await subscriptions.create({ ...request, source: '$all' }), { kind: 'done' });
      }),
    );

    it(
      'says what is wrong with its settings',
      withSubscriptions(async ({ subscriptions }) => {
        const tries: readonly (readonly [Partial<typeof request>, RegExp])[] = [
          [{ settings: { ...settings, readBatchSize: 500 } }, /read batch size \(500\).*history buffer \(500\)/],
          [{ settings: { ...settings, maxRetryCount: -1 } }, /maxRetryCount may not be negative/],
          [{ source: '' }, /Bad stream name/],
          [{ source: '$all', settings: { ...settings, startFrom: 1_000_000n } }, /Invalid Start From position/],
        ];
        for (const [change, reason] of tries) {
          const result = await subscriptions.create({ ...request, ...change });
          assert.ok(result.kind === 'failed', result.kind);
          assert.match(result.reason, reason);
        }
        assert.deepEqual(await subscriptions.list(), { kind: 'list', infos: [] });
      }),
    );
  });

  describe('what does not exist', () => {
    it(
      'can be neither changed nor deleted, described, replayed nor read',
      withSubscriptions(async ({ subscriptions }) => {
        const missing = { kind: 'doesNotExist' };
        assert.deepEqual(await subscriptions.update(request), missing);
        assert.deepEqual(await subscriptions.delete(name, 'admin'), missing);
        assert.deepEqual(await subscriptions.info(name), missing);
        assert.deepEqual(await subscriptions.replayParked(name), missing);
        assert.deepEqual(await subscriptions.list('game-1'), missing);
        await assert.rejects(new Reader().connect(subscriptions, 'game-1', 1), /doesNotExist/);
      }),
    );
  });

  describe('a persistent subscription that is', () => {
    it(
      'updated drops its consumers and goes on where it was, under its new settings',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', { limit: 1, answer: acknowledge });
        await reader.until(2);
        const changed = { ...settings, maxRetryCount: 3, strategy: 'Pinned' as const };
        assert.deepEqual(await fixture.subscriptions.update({ ...request, settings: changed }), { kind: 'done' });
        assert.deepEqual(await reader.until(3), ['A', 'B', '(dropped)']);
        assert.deepEqual((await fixture.info('game-1')).settings, changed);
        await append(fixture.store, 'game-1', 'C');
        assert.deepEqual(await (await fixture.read('game-1')).until(1), ['C']);
      }),
    );

    it(
      'deleted drops its consumers, and one of the same name begins anew',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const parkA: Answer = (line, id, connection) =>
          line === 'A' ? connection.refuse([id], 'park', '') : connection.acknowledge([id]);
        const park = await fixture.read('game-1', { answer: parkA });
        await park.until(2);
        await eventually('A is parked', async () => (await fixture.info('game-1')).parkedCount === 1n);
        assert.deepEqual(await fixture.subscriptions.delete(name, 'admin'), { kind: 'done' });
        assert.equal((await park.until(3)).at(-1), '(dropped)');
        await fixture.create('game-1');
        assert.equal((await fixture.info('game-1')).parkedCount, 0n);
        assert.deepEqual(await (await fixture.read('game-1', { answer: parkA })).until(2), ['A', 'B']);
        await eventually('A is parked', async () => (await fixture.info('game-1')).parkedCount === 1n);
      }),
    );

    it(
      'restarted with all others drops its consumers and goes on',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { maxCheckpointCount: 1 });
        const reader = await fixture.read('game-1', {
          answer: (line, id, connection) => line === 'A' && connection.acknowledge([id]),
        });
        await reader.until(2);
        assert.deepEqual(await fixture.subscriptions.restart(), { kind: 'done' });
        assert.deepEqual(await reader.until(3), ['A', 'B', '(dropped)']);
        assert.deepEqual((await (await fixture.read('game-1')).until(1)).at(-1), 'B');
      }),
    );
  });

  describe('consumers', () => {
    it(
      'may be as many as the settings say',
      withSubscriptions(async (fixture) => {
        await fixture.create('game-1', { maxSubscriberCount: 1 });
        const first = await fixture.read('game-1');
        await assert.rejects(fixture.read('game-1'), /maximumSubscribersReached/);
        first.dispose();
        await fixture.read('game-1');
      }),
    );

    it(
      'are told when there will never be more, and why',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await fixture.create('game-1');
        const reader = await fixture.read('game-1', { answer: acknowledge });
        await reader.until(1);
        await fixture.store.tombstoneStream('game-1', 'any');
        const gone = '(dropped: The stream game-1 is deleted.)';
        assert.equal((await reader.until(3)).at(-1), gone);
        assert.equal((await (await fixture.read('game-1')).until(1)).at(-1), gone);
      }),
    );

    it(
      'are described, with how long they took where that is measured',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C');
        await fixture.create('game-1', { extraStatistics: true });
        const reader = await fixture.read('game-1', {
          limit: 2,
          answer: (line, id, connection) => line === 'A' && connection.acknowledge([id]),
        });
        await reader.until(3);
        const { connections, throughput, outstandingCount, lastKnown } = await fixture.info('game-1');
        assert.deepEqual([throughput.total, outstandingCount, lastKnown], [3, 2, 2n]);
        const [connection] = connections;
        assert.deepEqual(
          [connection?.user, connection?.connectionName, connection?.inFlight, connection?.availableSlots],
          ['admin', 'test', 2, 0],
        );
        assert.ok(connection?.measurements.some(({ key }) => key === 'Quintile 3'));
      }),
    );
  });
}
