import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { jsonDataOf, jsonEvent } from '../../../src/eventstore/events.ts';
import { openRemoteStore } from '../../../src/eventstore/remote.ts';
import { pythonEnvironment } from './python-environment.ts';
import { serveInProcess } from './served-process.ts';

const execute = promisify(execFile);
const pathOf = (name: string) => fileURLToPath(new URL(`python/${name}`, import.meta.url));
const environment = await pythonEnvironment();

const caseReport = v.object({ name: v.string(), wrong: v.nullable(v.string()) });

async function run(name: string, ...args: readonly string[]): Promise<string> {
  if (environment.kind === 'missing') throw new Error(environment.reason);
  const { stdout } = await execute(environment.python, [pathOf(name), ...args], { timeout: 60_000 });
  return stdout.trim();
}

describe('Python', { skip: environment.kind === 'missing' && environment.reason }, () => {
  for (const [client, program, cases] of [
    ['esdbclient', 'cases.py', 13],
    ['kurrentdbclient', 'cases.py', 13],
    ['esdbclient', 'persistent.py', 9],
    ['kurrentdbclient', 'persistent.py', 9],
  ] as const) {
    it(`${client} with ${program}`, async (t) => {
      const server = await serveInProcess();
      const scheme =
        client === 'esdbclient' ? server.connectionString : server.connectionString.replace('esdb://', 'kurrentdb://');
      const lines = (await run(program, client, scheme)).split('\n');
      await server.stop();
      assert.equal(lines.length, cases);
      for (const line of lines) {
        const { name, wrong } = v.parse(caseReport, JSON.parse(line));
        await t.test(name, () => assert.equal(wrong, null, wrong ?? ''));
      }
    });
  }

  it('keeps games as the tutorial’s repository does, and TypeScript goes on with them', async () => {
    const server = await serveInProcess();
    const game = await run('repository.py', server.connectionString);
    const opened = await openRemoteStore(server.connectionString);
    assert.ok(opened.kind === 'opened');
    const { store } = opened;
    const read = await store.readStream(`game-${game}`);
    assert.ok(read.kind === 'events');
    const events: unknown[] = [];
    for await (const { event } of read.events) events.push(event && [event.type, jsonDataOf(event)]);
    const begun = [
      ['GameStarted', { player_one: 'one', player_two: 'two' }],
      ['MoveMade', { player: 'one', column: 'D' }],
    ];
    assert.deepEqual(events, begun);

    const move = { player: 'two', column: 'A' };
    await store.append(`game-${game}`, [jsonEvent({ type: 'MoveMade', data: move })], 1n);
    assert.deepEqual(JSON.parse(await run('repository.py', server.connectionString, game)), [
      ...begun,
      ['MoveMade', move],
    ]);
    store.dispose();
    await server.stop();
  });
});
