import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent, originalOf } from '../../../src/eventstore/events.ts';
import { projecting, until } from './harness.ts';

const timeout = 120_000;

describe('a projection writes', { timeout }, () => {
  it(
    'events and links, with their cause in their metadata',
    projecting(async (its) => {
      const query = `fromStream('in').when({ A(s, e) { emit('out', 'B', { n: e.data.n }, { own: 1 }); linkTo('links', e); } })`;
      await its.create('emits', query, { emitEnabled: true });
      const cause = jsonEvent({ type: 'A', data: { n: 1 }, metadata: { $correlationId: 'together' } });
      await its.store.append('in', [cause], 'any');
      await until(() => its.contentOf('links'), [['A', { n: 1 }]]);
      const [emitted] = await its.eventsOf('out');
      assert.equal(emitted?.event?.type, 'B');
      const metadata = JSON.parse(Buffer.from(emitted.event.metadata).toString('utf8'));
      assert.equal(metadata.$causedBy, cause.id);
      assert.equal(metadata.$correlationId, 'together');
      assert.deepEqual(metadata.$s, { in: 0 });
      assert.equal(metadata.own, 1);
    }),
  );

  it(
    'nothing twice, however often events are read again',
    projecting(async (its) => {
      const query = `fromStream('in').when({ A(s, e) {
        for (let i = 0; i < 40; i += 1) emit('out', 'B', { of: e.sequenceNumber, i });
      } })`;
      await its.append('in', ...Array.from({ length: 5 }, () => ({ type: 'A' })));
      await its.create('emits', query, { emitEnabled: true });
      const count = async () => (await its.eventsOf('out')).length;
      await until(count, 200);
      // Without a checkpoint nothing is known of what was written.
      await its.store.deleteStream('$projections-emits-checkpoint', 'any');
      its.restart();
      await its.append('in', { type: 'A' });
      await until(count, 240);
      const all = await its.contentOf('out');
      const wanted = Array.from({ length: 240 }, (_, index) => ({ of: Math.floor(index / 40), i: index % 40 }));
      assert.deepEqual(
        all.map(([, data]) => data),
        wanted,
      );
    }),
  );

  it(
    'nothing when it may not, and what it did before that stays',
    projecting(async (its) => {
      const query = `fromStream('in').when({ $init() { return { n: 0 }; }, A(s) { s.n += 1; }, B() { emit('out', 'B', {}); } })`;
      await its.create('mute', query);
      await its.append('in', { type: 'A' }, { type: 'A' }, { type: 'B' }, { type: 'A' });
      await until(async () => (await its.status('mute')).status, 'Faulted (Enabled)');
      assert.match((await its.status('mute')).reason, /'emit' is not allowed.*\(at event 2@in, B\)/);
      assert.deepEqual(await its.state('mute'), { n: 2 });
      assert.deepEqual(await its.eventsOf('out'), []);
    }),
  );

  it(
    'into no stream that only the store keeps',
    projecting(async (its) => {
      await its.create('forger', `fromStream('in').when({ A(s, e) { linkTo('$ce-game', e); } })`, {
        emitEnabled: true,
      });
      await its.append('in', { type: 'A' });
      await until(
        async () => (await its.status('forger')).reason,
        'Nothing could be written to $ce-game: accessDenied.',
      );
    }),
  );

  it(
    'its results where that is said: as they change, and where it was told to',
    projecting(async (its) => {
      const query = `options({ resultStreamName: 'sums' });
        fromStream('in').when({ $init() { return { sum: 0 }; }, A(s, e) { s.sum += e.data.n; } }).outputState()`;
      await its.create('sums', query);
      await its.append(
        'in',
        { type: 'A', data: { n: 2 } },
        { type: 'A', data: { n: 0 } },
        { type: 'A', data: { n: 3 } },
      );
      await until(
        () => its.contentOf('sums'),
        [
          ['Result', { sum: 2 }],
          ['Result', { sum: 5 }],
        ],
      );
    }),
  );

  it(
    'the results of partitions each in a stream, with links to all of them in one',
    projecting(async (its) => {
      const query = `fromCategory('game').foreachStream().when({
        $init() { return { n: 0 }; }, A(s) { s.n += 1; },
      }).filterBy((s) => s.n < 2).transformBy((s) => ({ games: s.n }))`;
      await its.create('games', query);
      await its.append('game-1', { type: 'A' }, { type: 'A' });
      await its.append('game-2', { type: 'A' });
      await until(
        () => its.contentOf('$projections-games-game-1-result'),
        [
          ['Result', { games: 1 }],
          ['ResultRemoved', ''],
        ],
      );
      const links = async () =>
        (await its.eventsOf('$projections-games-result')).map((resolved) =>
          Buffer.from(originalOf(resolved).data).toString('utf8'),
        );
      await until(links, [
        '0@$projections-games-game-1-result',
        '1@$projections-games-game-1-result',
        '0@$projections-games-game-2-result',
      ]);
    }),
  );
});
