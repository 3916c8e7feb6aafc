import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ProjectionsClient } from '@eventstore/db-client/generated/projections_grpc_pb.js';
import projections, { type StateResp, type StatisticsResp } from '@eventstore/db-client/generated/projections_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { startServer } from '../../../src/grpc/server.ts';
import { ask } from '../persistent/wire.ts';
import { failureOf } from '../wire.ts';

const file = (name: string) => readFileSync(fileURLToPath(new URL(`../access/${name}`, import.meta.url)));
const tls = { certificate: file('localhost.crt'), key: file('localhost.key') };

function stateRequest(name: string) {
  const options = new projections.StateReq.Options();
  options.setName(name);
  return new projections.StateReq().setOptions(options);
}

function statisticsRequest() {
  const options = new projections.StatisticsReq.Options();
  options.setAll(new shared.Empty());
  return new projections.StatisticsReq().setOptions(options);
}

describe('projections where people say who they are', () => {
  it('are an administrator’s', async () => {
    const store = openMemoryStore();
    const started = await startServer(store, { port: 0, tls });
    assert.ok(started.kind === 'listening');
    const client = new ProjectionsClient(`localhost:${started.server.port}`, credentials.createSsl(tls.certificate));
    const as = (who?: string) => {
      const metadata = new Metadata();
      if (who !== undefined) metadata.set('authorization', `Basic ${Buffer.from(who).toString('base64')}`);
      return metadata;
    };
    const state = (who?: string) =>
      ask<StateResp>((answer) => client.state(stateRequest('$by_category'), as(who), answer));
    const names = (who?: string) =>
      new Promise<readonly (string | undefined)[]>((resolve, reject) => {
        const found: (string | undefined)[] = [];
        const call = client.statistics(statisticsRequest(), as(who));
        call.on('data', (response: StatisticsResp) => found.push(response.getDetails()?.getName()));
        call.on('end', () => resolve(found));
        call.on('error', reject);
      });
    try {
      for (const call of [state, names]) {
        assert.equal((await failureOf(call())).code, status.PERMISSION_DENIED);
        assert.equal((await failureOf(call('admin:wrong'))).code, status.UNAUTHENTICATED);
      }
      assert.equal((await state('admin:changeit')).getState()?.toJavaScript(), null);
      assert.ok((await names('admin:changeit')).includes('$by_event_type'));
    } finally {
      client.close();
      await started.server.stop();
      store.dispose();
    }
  });
});
