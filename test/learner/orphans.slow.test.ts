import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ownProcesses } from './processes.ts';
import { call, domain, make, outcomesOf, sourceRunner } from './runners.ts';

const processes = ownProcesses();
after(() => processes.dispose());

describe('no process outlives its host', () => {
  it('that is killed, not even one that loops for ever', async () => {
    const host = spawn(process.execPath, [fileURLToPath(new URL('dying-host.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(host.stdout, 'data');
    host.kill('SIGKILL');
    await once(host, 'exit');
    assert.deepEqual(await processes.left(0), []);
  });

  it('that disposes its runner while children start, wait and run', async () => {
    const runner = sourceRunner();
    const running = runner.run({
      files: domain('export class Game { play() { for (;;); } }'),
      operations: [make, call('play')],
    });
    const session = await runner.open({ files: domain('export class Game {}') });
    outcomesOf(await session.perform([make]));
    runner.dispose();
    assert.notEqual((await running).kind, 'completed');
    assert.deepEqual(await processes.left(0), []);
  });

  it('and a run that is aborted rejects with the reason', async () => {
    const runner = sourceRunner();
    const signal = AbortSignal.timeout(300);
    const run = runner.run({
      files: domain('export class Game { play() { for (;;); } }'),
      operations: [make, call('play')],
      signal,
    });
    await assert.rejects(run, { name: 'TimeoutError' });
    runner.dispose();
    assert.deepEqual(await processes.left(0), []);
  });

  it('and of those that were started ahead only one goes on waiting when the others are not needed', async () => {
    const runner = sourceRunner();
    const prepared = runner.prepare(4);
    assert.equal((await processes.left(4)).length, 4);
    const running = await runner.run({ files: domain('export class Game {}'), operations: [make] });
    assert.equal(running.kind, 'completed');
    assert.equal((await processes.left(3)).length, 3);
    prepared.dispose();
    assert.equal((await processes.left(1)).length, 1);
    runner.dispose();
    assert.deepEqual(await processes.left(0), []);
  });
});
