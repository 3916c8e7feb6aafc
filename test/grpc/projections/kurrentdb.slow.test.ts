import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent, KurrentDBClient, NotFoundError } from '@kurrent/kurrentdb-client';
import { serveInProcess } from '../clients/served-process.ts';
import { eventually, patiently } from './waiting.ts';

const query = "fromCategory('game').foreachStream().when({ $init() { return { n: 0 }; }, A(s) { s.n += 1; } })";

describe('projections by KurrentDB’s own client', { timeout: 240_000 }, () => {
  it('are created, asked and deleted', async () => {
    const server = await serveInProcess();
    const client = KurrentDBClient.connectionString(patiently(server));
    try {
      await client.createProjection('games', query);
      await client.appendToStream('game-1', [jsonEvent({ type: 'A', data: {} }), jsonEvent({ type: 'A', data: {} })]);
      const state = () => client.getProjectionState<{ n: number } | null>('games', { partition: 'game-1' });
      assert.deepEqual(await eventually(state, (state) => state?.n === 2), { n: 2 });
      assert.ok((await client.listProjections()).some(({ name }) => name === 'games'));
      await client.disableProjection('games');
      await client.deleteProjection('games', { deleteCheckpointStream: true });
      await assert.rejects(client.getProjectionStatus('games'), NotFoundError);
    } finally {
      await client.dispose();
      await server.stop();
    }
  });
});
