import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { projecting, until } from './harness.ts';

const timeout = 120_000;

const count = "fromStream('in').when({ $init() { return { n: 0 }; }, A(s) { s.n += 1; } })";
const perGame = "fromCategory('game').foreachStream().when({ $init() { return { n: 0 }; }, A(s) { s.n += 1; } })";

describe('a projection remembers', { timeout }, () => {
  it(
    'its name, which is no other’s, whatever it is and however many ask at the same time',
    projecting(async (its) => {
      const request = { mode: 'Continuous', query: count, emitEnabled: false, trackEmittedStreams: false } as const;
      const create = (name: string) => its.projections.create({ ...request, name });
      const results = await Promise.all([create('constructor'), create('constructor')]);
      assert.deepEqual(results, [{ kind: 'done' }, { kind: 'conflict', name: 'constructor' }]);
      assert.deepEqual(await create('$streams'), { kind: 'conflict', name: '$streams' });
      assert.deepEqual(await create(' '), { kind: 'failed', reason: 'Projection name is required' });
    }),
  );

  it(
    'its definition, state and place past the end of the process',
    projecting(async (its) => {
      await its.create('count', count);
      await its.append('in', { type: 'A' }, { type: 'A' });
      await until(async () => (await its.status('count')).lastCheckpoint, 'in: 1');
      its.restart();
      assert.deepEqual(await its.state('count'), { n: 2 });
      await its.append('in', { type: 'A' });
      await until(() => its.state('count'), { n: 3 });
      assert.equal((await its.status('count')).handledSinceStart, 1);
    }),
  );

  it(
    'the states of its partitions, none of them from a later place than its checkpoint',
    projecting(async (its) => {
      await its.create('games', perGame);
      await its.append('game-1', { type: 'A' });
      await its.append('game-2', { type: 'A' });
      await until(async () => (await its.status('games')).lastCheckpoint !== '', true);
      await until(async () => (await its.contentOf('$projections-games-game-2-checkpoint')).length > 0, true);
      const before = await its.contentOf('$projections-games-checkpoint');
      assert.ok(before.length > 0);
      its.projections.dispose();
      // As a kill between the two writes of a checkpoint leaves it: a partition that is further than the whole.
      await its.append('game-1', { type: 'A' });
      const [last] = (await its.eventsOf('$projections-games-game-1-checkpoint')).slice(-1);
      assert.ok(last?.event !== undefined);
      const tag = JSON.parse(Buffer.from(last.event.metadata).toString('utf8'));
      const later = { ...tag, $c: tag.$c + 1_000_000, $p: tag.$p + 1_000_000 };
      await its.store.append(
        '$projections-games-game-1-checkpoint',
        [
          {
            ...last.event,
            id: crypto.randomUUID(),
            data: Buffer.from('{"n":2}'),
            metadata: Buffer.from(JSON.stringify(later)),
          },
        ],
        'any',
      );
      its.restart();
      await until(() => its.state('games', 'game-1'), { n: 2 });
      assert.deepEqual(await its.state('games', 'game-2'), { n: 1 });
    }),
  );

  it(
    'nothing of a deleted one that had its name, or of what was before a reset',
    projecting(async (its) => {
      await its.create('count', count);
      await its.append('in', { type: 'A' }, { type: 'A' });
      await until(async () => (await its.status('count')).lastCheckpoint, 'in: 1');
      assert.deepEqual(await its.projections.reset('count'), { kind: 'done' });
      await until(() => its.state('count'), { n: 2 });
      assert.equal((await its.status('count')).epoch, 1);
      await its.projections.disable('count', true);
      assert.deepEqual(await its.projections.delete('count', { checkpoint: false, emittedStreams: false }), {
        kind: 'done',
      });
      await its.create('count', count.replace('+= 1', '+= 10'));
      await until(() => its.state('count'), { n: 20 });
      its.restart();
      await until(() => its.state('count'), { n: 20 });
    }),
  );

  it(
    'that it was stopped, and the code that cannot run',
    projecting(async (its) => {
      await its.create('stopped', count);
      await its.create('broken', 'fromAll(');
      await its.projections.disable('stopped', true);
      its.restart();
      assert.equal((await its.status('stopped')).status, 'Stopped');
      await until(async () => (await its.status('broken')).status, 'Faulted (Enabled)');
      assert.match((await its.status('broken')).reason, /SyntaxError/);
      assert.deepEqual(await its.projections.update({ name: 'broken', query: count }), { kind: 'done' });
      assert.equal((await its.status('broken')).status, 'Running');
    }),
  );

  it(
    'states only as large as can be stored',
    projecting(async (its) => {
      const query = "fromStream('in').when({ A(s, e) { s.text = 'x'.repeat(e.data.size); } })";
      await its.create('fat', query);
      await its.append('in', { type: 'A', data: { size: 1_000_000 } });
      await until(async () => (await its.status('fat')).lastCheckpoint, 'in: 0');
      await its.append('in', { type: 'A', data: { size: 10_000_000 } });
      await until(async () => (await its.status('fat')).status, 'Faulted (Enabled)');
      assert.match((await its.status('fat')).reason, /state is larger than \d+ bytes/);
    }),
  );
});
