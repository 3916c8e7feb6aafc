import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { serve } from '../../src/cli/serve.ts';
import { readOwner } from '../../src/eventstore/disk/owner.ts';
import { failureOf, readRequest, sendRead, streamsClient } from './wire.ts';

/** One run of `serve`: what it says, and how it ends. */
function running(options: { readonly port: number; readonly dataFolder?: string }) {
  const printed: string[] = [];
  const warned: string[] = [];
  const stop = new AbortController();
  let listening = (): void => {};
  const ready = new Promise<void>((resolve) => {
    listening = resolve;
  });
  const print = (line: string) => {
    printed.push(line);
    listening();
  };
  const exit = serve({ ...options, print, warn: (line) => warned.push(line), signal: stop.signal });
  return { printed, warned, exit, ready: Promise.race([ready, exit]), stop: () => stop.abort() };
}

function portOf(line: string | undefined): number {
  const [, port] = /^listening on esdb:\/\/127\.0\.0\.1:(\d+)\?tls=false$/.exec(line ?? '') ?? [];
  assert.ok(port, `unexpected: ${line}`);
  return Number(port);
}

describe('ground-up serve', () => {
  it('prints exactly one line, serves until it is stopped, and ends with 0', async () => {
    const run = running({ port: 0 });
    await run.ready;
    const port = portOf(run.printed[0]);
    const client = streamsClient(port);
    assert.equal((await sendRead(client, readRequest(undefined))).length, 4);
    run.stop();
    assert.equal(await run.exit, 0);
    assert.deepEqual([run.printed.length, run.warned], [1, []]);
    assert.equal((await failureOf(sendRead(client, readRequest(undefined)))).code, 14);
    client.close();
  });

  it('says that its port is taken, and ends with 2', async () => {
    const first = running({ port: 0 });
    await first.ready;
    const port = portOf(first.printed[0]);
    const second = running({ port });
    assert.equal(await second.exit, 2);
    assert.deepEqual(second.warned, [`Port ${port} is taken by another program.`]);
    first.stop();
    await first.exit;
  });

  it('says who holds a data folder and where that store can be reached, and frees it when it stops', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-serve-'));
    const first = running({ port: 0, dataFolder });
    await first.ready;
    const address = `esdb://127.0.0.1:${portOf(first.printed[0])}?tls=false`;
    const second = running({ port: 0, dataFolder });
    assert.equal(await second.exit, 2);
    assert.match(second.warned[0] ?? '', /is held by this process already\. It can be reached at esdb:/);
    assert.ok(second.warned[0]?.endsWith(`${address}.`));
    first.stop();
    assert.equal(await first.exit, 0);
    assert.equal(readOwner(dataFolder), undefined);
    const third = running({ port: 0, dataFolder });
    await third.ready;
    third.stop();
    assert.equal(await third.exit, 0);
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
