import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EventStoreDBClient, jsonEvent, NotFoundError, UnknownError } from '@eventstore/db-client';
import { type ServedProcess, serveInProcess } from '../clients/served-process.ts';
import { eventsOf } from './client.ts';
import { eventually, patiently } from './waiting.ts';

const countAll = `
  fromStream('moves').when({
    $init() { return { count: 0 }; },
    MoveMade(state) { state.count += 1; },
  })
`;

describe('projections, managed by the official client', { timeout: 240_000 }, () => {
  let server: ServedProcess;
  let client: EventStoreDBClient;

  before(async () => {
    server = await serveInProcess();
    client = EventStoreDBClient.connectionString(patiently(server));
  });

  after(async () => {
    await client.dispose();
    await server.stop();
  });

  const statusOf = async (name: string) => (await client.getProjectionStatus(name)).projectionStatus;
  const move = () => jsonEvent({ type: 'MoveMade', data: {} });
  const countOf = async (name: string) => (await client.getProjectionState<{ count: number }>(name)).count;

  it('lists the standard ones, with those that the store keeps itself running', async () => {
    const listed = await client.listProjections();
    const names = listed.map(({ name }) => name).filter((name) => name.startsWith('$'));
    assert.deepEqual(names.sort(), [
      '$by_category',
      '$by_correlation_id',
      '$by_event_type',
      '$stream_by_category',
      '$streams',
    ]);
    assert.equal(await statusOf('$by_category'), 'Running');
    assert.equal(await statusOf('$streams'), 'Stopped');
    await client.enableProjection('$by_category');
    await assert.rejects(client.disableProjection('$by_category'), /kept by the store itself/);
    await assert.rejects(client.deleteProjection('$streams'), /System Projections/);
  });

  it('runs one, tells its state, and does not make a second one of its name', async () => {
    await client.createProjection('counting', countAll);
    assert.equal(await statusOf('counting'), 'Running');
    assert.equal(await countOf('counting'), 0);
    await client.appendToStream('moves', [move(), move(), move()]);
    await eventually(
      () => countOf('counting'),
      (count) => count === 3,
    );
    assert.deepEqual(await client.getProjectionResult('counting'), { count: 3 });
    await assert.rejects(client.createProjection('counting', countAll), (error) => {
      assert.ok(error instanceof UnknownError);
      assert.match(error.message, /received Conflict instead: Duplicate projection names : counting/);
      return true;
    });
    const details = await client.getProjectionStatus('counting');
    assert.equal(details.position, 'moves: 2');
    assert.equal(details.eventsProcessedAfterRestart, 3n);
  });

  it('stops where it is told to and goes on from there', async () => {
    await client.createProjection('pausing', countAll.replace("'moves'", "'pauses'"));
    await client.appendToStream('pauses', [move(), move()]);
    await eventually(
      () => countOf('pausing'),
      (count) => count === 2,
    );
    await client.disableProjection('pausing');
    assert.equal(await statusOf('pausing'), 'Stopped');
    assert.equal((await client.getProjectionStatus('pausing')).lastCheckpoint, 'pauses: 1');
    await client.appendToStream('pauses', [move()]);
    assert.equal(await countOf('pausing'), 2);
    await client.enableProjection('pausing');
    assert.equal(await statusOf('pausing'), 'Running');
    await eventually(
      () => countOf('pausing'),
      (count) => count === 3,
    );
    await client.abortProjection('pausing');
    assert.equal(await statusOf('pausing'), 'Aborted');
  });

  it('goes on under another query with the state it had, and from zero after a reset', async () => {
    await client.createProjection('changing', countAll.replace("'moves'", "'changes'"));
    await client.appendToStream('changes', [move(), move()]);
    await eventually(
      () => countOf('changing'),
      (count) => count === 2,
    );
    await client.updateProjection('changing', countAll.replace("'moves'", "'changes'").replace('+= 1', '+= 10'));
    await client.appendToStream('changes', [move()]);
    await eventually(
      () => countOf('changing'),
      (count) => count === 12,
    );
    await client.resetProjection('changing');
    await eventually(
      () => countOf('changing'),
      (count) => count === 30,
    );
    const elsewhere = await client.getProjectionStatus('changing');
    await client.updateProjection('changing', countAll);
    const moved = await client.getProjectionStatus('changing');
    assert.match(moved.projectionStatus, /^Faulted/);
    assert.match(moved.stateReason, /reads from somewhere else/);
    assert.ok(moved.version > elsewhere.version);
  });

  it('is deleted with what it left, once it is stopped', async () => {
    const query = `fromStream('to-copy').when({ MoveMade(s, e) { emit('copied', 'Copied', { of: e.sequenceNumber }); } })`;
    await client.createProjection('going', query, { emitEnabled: true, trackEmittedStreams: true });
    await client.appendToStream('to-copy', move());
    await eventually(
      () => eventsOf(client, 'copied'),
      (events) => events.length === 1,
    );
    await eventually(
      () => eventsOf(client, '$projections-going-checkpoint'),
      (events) => events.length > 0,
    );
    const tracked = await eventsOf(client, '$projections-going-emittedstreams');
    assert.deepEqual(
      tracked.map(({ event }) => event?.type),
      ['$StreamTracked'],
    );
    await assert.rejects(client.deleteProjection('going'), /hasn't been stopped or faulted/);
    await client.disableProjection('going');
    await client.deleteProjection('going', { deleteEmittedStreams: true, deleteCheckpointStream: true });
    await assert.rejects(client.getProjectionStatus('going'), NotFoundError);
    for (const stream of ['copied', '$projections-going-checkpoint', '$projections-going-emittedstreams']) {
      assert.deepEqual(await eventsOf(client, stream), []);
    }
    await client.createProjection('going', query, { emitEnabled: true });
    await eventually(
      () => eventsOf(client, 'copied'),
      (events) => events.length === 1,
    );
  });

  it('says that there is none of a name', async () => {
    for (const ask of [
      () => client.getProjectionStatus('nobody'),
      () => client.getProjectionState('nobody'),
      () => client.getProjectionResult('nobody'),
      () => client.updateProjection('nobody', countAll),
      () => client.enableProjection('nobody'),
      () => client.disableProjection('nobody'),
      () => client.abortProjection('nobody'),
      () => client.resetProjection('nobody'),
      () => client.deleteProjection('nobody'),
    ]) {
      await assert.rejects(ask(), NotFoundError);
    }
  });

  it('is there again after the subsystem was restarted', async () => {
    await client.createProjection('lasting', countAll.replace("'moves'", "'lasts'"));
    await client.appendToStream('lasts', [move(), move()]);
    await eventually(
      () => countOf('lasting'),
      (count) => count === 2,
    );
    await client.restartSubsystem();
    await client.appendToStream('lasts', move());
    await eventually(
      () => countOf('lasting'),
      (count) => count === 3,
    );
  });

  it('fills the streams of a standard one that is enabled', async () => {
    await client.appendToStream('game-listed', [move(), move()]);
    for (const name of ['$streams', '$stream_by_category', '$by_correlation_id']) await client.enableProjection(name);
    const metadata = { $correlationId: 'one' };
    await client.appendToStream('game-other', jsonEvent({ type: 'MoveMade', data: {}, metadata }));
    const streams = await eventually(
      async () => (await eventsOf(client, '$streams')).map(({ event }) => event?.streamId),
      (names) => names.includes('game-other'),
    );
    assert.ok(streams.includes('game-listed'));
    assert.equal(streams.filter((name) => name === 'game-listed').length, 1);
    await eventually(
      () => eventsOf(client, '$category-game'),
      (events) => events.length === 2,
    );
    await eventually(
      () => eventsOf(client, '$bc-one'),
      ([linked]) => linked?.event?.streamId === 'game-other',
    );
  });
});
