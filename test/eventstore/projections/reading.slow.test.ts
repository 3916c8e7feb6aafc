import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Projecting, projecting, until } from './harness.ts';

const timeout = 120_000;

/** Keeps what it saw, as `type@stream`. */
const log = '{ $init() { return []; }, $any(seen, e) { seen.push(e.eventType + "@" + e.streamId); } }';

const linkTo = (store: Projecting['store'], stream: string, target: string) =>
  store.append(
    stream,
    [
      {
        id: crypto.randomUUID(),
        type: '$>',
        contentType: 'binary',
        data: Buffer.from(target, 'utf8'),
        metadata: new Uint8Array(),
      },
    ],
    'any',
  );

describe('a projection reads', { timeout }, () => {
  it(
    'all of one’s own streams in the order written, without links and what the system writes',
    projecting(async (its) => {
      await its.append('a', { type: 'A' });
      await its.append('b', { type: 'B' }, { type: 'C' });
      await linkTo(its.store, 'links', '0@a');
      await its.append('$mine', { type: 'S' });
      await its.store.writeMetadata('a', { maxCount: 5n }, 'any');
      await its.create('all', `fromAll().when(${log})`);
      await its.append('a', { type: 'D' });
      await until(() => its.state('all'), ['A@a', 'B@b', 'C@b', '$metadata@$$a', 'D@a']);
    }),
  );

  it(
    'what links lead to where that is asked for',
    projecting(async (its) => {
      await its.append('a', { type: 'A' });
      await linkTo(its.store, 'links', '0@a');
      await its.create('all', `options({ $includeLinks: true }); fromAll().when(${log})`);
      await until(() => its.state('all'), ['A@a', 'A@a']);
    }),
  );

  it(
    'one stream, links resolved, and goes on with what comes',
    projecting(async (its) => {
      await its.append('a', { type: 'A' });
      await its.append('mixed', { type: 'M' });
      await linkTo(its.store, 'mixed', '0@a');
      await its.create('one', `fromStream('mixed').when(${log})`);
      await until(() => its.state('one'), ['M@mixed', 'A@a']);
      await its.append('mixed', { type: 'N' });
      await until(() => its.state('one'), ['M@mixed', 'A@a', 'N@mixed']);
      assert.equal((await its.status('one')).position, 'mixed: 2');
    }),
  );

  it(
    'several streams in the order in which they were written',
    projecting(async (its) => {
      for (const stream of ['b', 'a', 'c', 'b']) await its.append(stream, { type: 'A' });
      await its.append('game-1', { type: 'G' });
      await its.create('some', `fromStreams('a', 'b', '$ce-game').when(${log})`);
      await until(() => its.state('some'), ['A@b', 'A@a', 'A@b', 'G@game-1']);
    }),
  );

  it(
    'the stream of a type or category, which the store keeps',
    projecting(async (its) => {
      await its.append('a', { type: 'A' }, { type: 'B' });
      await its.append('game-1', { type: 'A' });
      await its.create('typed', `fromStream('$et-A').when(${log})`);
      await until(() => its.state('typed'), ['A@a', 'A@game-1']);
    }),
  );

  it(
    'categories, each stream with a state of its own, also where links make the stream',
    projecting(async (its) => {
      await its.append('game-1', { type: 'A' });
      await its.append('order-1', { type: 'A' });
      await its.append('elsewhere', { type: 'L' });
      await linkTo(its.store, 'game-2', '0@elsewhere');
      await its.create('games', `fromCategory('game').foreachStream().when(${log})`);
      await until(() => its.state('games', 'game-2'), ['L@elsewhere']);
      await until(() => its.state('games', 'game-1'), ['A@game-1']);
      assert.equal(await its.state('games', 'order-1'), null);
      await its.create('both', `fromCategories('game', 'order').when(${log})`);
      await until(() => its.state('both'), ['A@game-1', 'A@order-1', 'L@elsewhere']);
    }),
  );

  it(
    'the end of streams, soft or for ever',
    projecting(async (its) => {
      await its.append('game-1', { type: 'A' });
      await its.append('game-2', { type: 'A' });
      const handlers =
        '{ $init() { return []; }, A(s) { s.push("A"); }, $deleted(s, _, p) { s.push("deleted " + p); } }';
      await its.create('ends', `fromCategory('game').foreachStream().when(${handlers})`);
      await its.store.deleteStream('game-1', 'any');
      await its.store.tombstoneStream('game-2', 'any');
      await until(() => its.state('ends', 'game-1'), ['A', 'deleted game-1']);
      await until(() => its.state('ends', 'game-2'), ['A', 'deleted game-2']);
    }),
  );

  it(
    'into partitions of a function’s choice, with one state for all of them where that is said',
    projecting(async (its) => {
      for (const player of ['ada', 'bob', 'ada', '']) {
        await its.append('moves', { type: 'Moved', data: { player: player === '' ? null : player } });
      }
      const query = `fromStream('moves').partitionBy((e) => e.data.player).when({
        $init() { return { moves: 0 }; },
        $initShared() { return { moves: 0 }; },
        Moved([own, shared]) { own.moves += 1; shared.moves += 1; },
      })`;
      await its.create('players', query);
      await until(() => its.state('players', 'ada'), { moves: 2 });
      await until(() => its.state('players', 'bob'), { moves: 1 });
      assert.deepEqual(await its.state('players'), { moves: 3 });
    }),
  );

  it(
    'up to the event for which no partition can be found',
    projecting(async (its) => {
      const query =
        "fromStream('in').partitionBy((e) => e.data.of.it).when({ $init() { return 0; }, A(n) { return n + 1; } })";
      await its.create('broken', query);
      await its.append('in', { type: 'A', data: { of: { it: 'x' } } }, { type: 'A', data: {} });
      await until(async () => (await its.status('broken')).status, 'Faulted (Enabled)');
      assert.match((await its.status('broken')).reason, /TypeError.*\(at event 1@in, A\)/);
      assert.equal(await its.state('broken', 'x'), 1);
    }),
  );

  it(
    'up to what is stored, when it runs one time or is transient',
    projecting(async (its) => {
      await its.append('a', { type: 'A' }, { type: 'A' });
      const query =
        "fromStream('a').when({ $init() { return 0; }, A(n) { return n + 1; } }).transformBy((n) => ({ n }))";
      await its.create('query', query, { mode: 'Transient' });
      await until(async () => (await its.status('query')).status, 'Completed');
      await its.append('a', { type: 'A' });
      assert.equal(await its.state('query'), 2);
      assert.deepEqual(await its.projections.result('query', ''), { kind: 'value', json: '{"n":2}' });
      await its.projections.create({
        name: undefined,
        mode: 'OneTime',
        query,
        emitEnabled: false,
        trackEmittedStreams: false,
      });
      const oneTime = async () => {
        const result = await its.projections.statistics({ kind: 'mode', mode: 'OneTime' });
        return result.kind === 'statistics' ? result.projections.map(({ status }) => status) : [];
      };
      await until(oneTime, ['Completed']);
    }),
  );
});
