import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { append } from '../../../conformance/harness.ts';
import { acknowledge, type WithSubscriptions } from '../harness.ts';

export function reading(withSubscriptions: WithSubscriptions): void {
  describe('a persistent subscription', () => {
    it(
      'brings history and goes on live',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1');
        const reader = await fixture.read('game-1', { answer: acknowledge });
        await reader.until(2);
        await append(fixture.store, 'game-1', 'C');
        assert.deepEqual(await reader.until(3), ['A', 'B', 'C']);
        assert.equal((await fixture.info('game-1')).status, 'Live');
      }),
    );

    it(
      'starts from a revision, itself included',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B', 'C');
        await fixture.create('game-1', { startFrom: 1n });
        assert.deepEqual(await (await fixture.read('game-1')).until(2), ['B', 'C']);
      }),
    );

    it(
      'starts from a revision that is not there yet',
      withSubscriptions(async (fixture) => {
        await fixture.create('game-1', { startFrom: 1n });
        await append(fixture.store, 'game-1', 'A', 'B');
        assert.deepEqual(await (await fixture.read('game-1')).until(1), ['B']);
      }),
    );

    it(
      'from the end brings what comes after it was made, though nobody was there',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('game-1', { startFrom: 'end' });
        await append(fixture.store, 'game-1', 'C');
        assert.deepEqual(await (await fixture.read('game-1')).until(1), ['C']);
      }),
    );

    it(
      'waits for a stream that does not exist',
      withSubscriptions(async (fixture) => {
        await fixture.create('game-1', { startFrom: 'end' });
        const reader = await fixture.read('game-1');
        await append(fixture.store, 'game-1', 'A');
        assert.deepEqual(await reader.until(1), ['A']);
      }),
    );

    it(
      'resolves links when it is told to, and names them by the link',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await append(fixture.store, 'game-2', 'B');
        await fixture.create('$ce-game', { resolveLinks: true, maxCheckpointCount: 1 });
        const reader = await fixture.read('$ce-game', { limit: 1, answer: acknowledge });
        assert.deepEqual(await reader.until(2), ['A', 'B']);
        assert.deepEqual(
          reader.events.map(({ link }) => link?.revision),
          [0n, 1n],
        );
      }),
    );

    it(
      'brings more than its buffers hold, without waiting for anything but its consumers',
      withSubscriptions(async (fixture) => {
        const types = Array.from({ length: 100 }, (_, n) => `T${n}`);
        await append(fixture.store, 'game-1', ...types);
        await fixture.create('game-1', { historyBufferSize: 8, readBatchSize: 5, liveBufferSize: 3 });
        const reader = await fixture.read('game-1', { limit: 2, answer: acknowledge });
        await reader.until(100);
        await append(fixture.store, 'game-1', ...types);
        assert.deepEqual(await reader.until(200), [...types, ...types]);
      }),
    );

    it(
      'tries again what is not acknowledged in time',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await fixture.create('game-1', { messageTimeout: 20, maxRetryCount: 2 });
        const reader = await fixture.read('game-1');
        assert.deepEqual(await reader.until(3), ['A', 'A again 1', 'A again 2']);
      }),
    );
  });

  describe('a persistent subscription to $all', () => {
    it(
      'brings every stream, and what a filter lets through where there is one',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await append(fixture.store, 'chess-1', 'B');
        await append(fixture.store, 'game-2', 'C');
        const byPrefix = { on: 'stream' as const, match: { prefixes: ['game-'] } };
        const byRegex = { on: 'type' as const, match: { regex: /^[AB]$/ } };
        await fixture.create('$all', {}, { filter: byPrefix });
        assert.deepEqual(await (await fixture.read('$all')).until(2), ['A', 'C']);
        await fixture.subscriptions.delete({ source: '$all', group: 'group' }, 'admin');
        await fixture.create('$all', {}, { filter: byRegex });
        assert.deepEqual(await (await fixture.read('$all')).until(2), ['A', 'B']);
      }),
    );

    it(
      'starts from a position, itself included',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        const { position } = await append(fixture.store, 'game-1', 'B');
        await append(fixture.store, 'game-1', 'C');
        await fixture.create('$all', { startFrom: position });
        const reader = await fixture.read('$all');
        assert.deepEqual((await reader.until(2)).slice(0, 2), ['B', 'C']);
      }),
    );

    it(
      'does not bring its own checkpoints and parked messages, which would never end',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A', 'B');
        await fixture.create('$all', { maxCheckpointCount: 1, minCheckpointCount: 1 });
        const reader = await fixture.read('$all', {
          answer: (line, id, connection) =>
            line === 'B' ? connection.refuse([id], 'park', '') : connection.acknowledge([id]),
        });
        await reader.until(7);
        await append(fixture.store, 'game-1', 'C');
        const deadline = Date.now() + 10_000;
        while (!reader.told.includes('C')) {
          assert.ok(Date.now() < deadline, `C never came: ${reader.told}`);
          await reader.until(reader.told.length + 1);
        }
        assert.deepEqual(
          reader.events
            .map(({ event }) => event?.stream ?? '')
            .filter((stream) => stream.startsWith('$persistentsubscription-')),
          [],
        );
      }),
    );

    it(
      'has a checkpoint past what its filter leaves out',
      withSubscriptions(async (fixture) => {
        await append(fixture.store, 'game-1', 'A');
        await fixture.create(
          '$all',
          { maxCheckpointCount: 50 },
          { filter: { on: 'type', match: { prefixes: ['A'] } } },
        );
        const reader = await fixture.read('$all', { answer: acknowledge });
        await reader.until(1);
        const { position } = await append(fixture.store, 'game-2', ...Array.from({ length: 120 }, () => 'B'));
        const info = async () => (await fixture.info('$all')).lastCheckpoint ?? 0n;
        const deadline = Date.now() + 10_000;
        while ((await info()) < position - 50n) {
          assert.ok(Date.now() < deadline, `the checkpoint stands at ${await info()}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }),
    );
  });
}
