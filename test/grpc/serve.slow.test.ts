import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { status } from '@grpc/grpc-js';
import { type ServeOptions, serve } from '../../src/cli/serve.ts';
import { readOwner } from '../../src/eventstore/disk/owner.ts';
import { databaseIn } from '../../src/eventstore/disk/store-files.ts';
import { serveInProcess } from './clients/served-process.ts';
import { batchMessage, failureOf, readRequest, sendBatches, sendRead, streamsClient } from './wire.ts';

/** One run of `serve`: what it says, and how it ends. */
function running(options: Pick<ServeOptions, 'port' | 'dataFolder' | 'bare' | 'tls'>) {
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

  it('prints the connection string and nothing else for programs that ask for it', async () => {
    const run = running({ port: 0, bare: true });
    await run.ready;
    assert.match(run.printed[0] ?? '', /^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/);
    run.stop();
    assert.equal(await run.exit, 0);
  });

  it('says what is wrong with a certificate, and ends with 2', async () => {
    const certificate = fileURLToPath(new URL('access/localhost.crt', import.meta.url));
    const missing = running({ port: 0, tls: { certificate, key: '/not/there.key' } });
    assert.equal(await missing.exit, 2);
    assert.deepEqual(missing.warned, ['The certificate cannot be used: there is no file /not/there.key.']);
    const noKey = running({ port: 0, tls: { certificate, key: certificate } });
    assert.equal(await noKey.exit, 2);
    assert.match(noKey.warned[0] ?? '', /^The certificate cannot be used: /);
  });

  it('says that its file was taken away, without being asked', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-serve-'));
    const run = running({ port: 0, dataFolder });
    await run.ready;
    rmSync(databaseIn(dataFolder));
    const client = streamsClient(portOf(run.printed[0]));
    const batch = batchMessage({ correlation: randomUUID(), stream: 'game-1', events: [] });
    const failure = await failureOf(sendBatches(client, [batch]));
    assert.equal(failure.code, status.UNAVAILABLE);
    assert.match(failure.details, /was deleted or replaced while the store was open/);
    assert.deepEqual(run.warned, [failure.details]);
    client.close();
    run.stop();
    assert.equal(await run.exit, 0);
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('says that its disk is full, and so does the answer to whoever appends', {
    skip: process.platform === 'win32' && 'Only POSIX systems can limit a process’s files for a test.',
  }, async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-serve-'));
    const server = await serveInProcess({ dataFolder, fileLimit: 2000 });
    const client = streamsClient(server.port);
    const event = () => ({ id: randomUUID(), type: 'A', contentType: 'application/json', data: 'x'.repeat(100_000) });
    const append = () =>
      sendBatches(client, [batchMessage({ correlation: randomUUID(), stream: 'big', events: [event()] })]);
    const failure = await failureOf(
      (async () => {
        for (;;) await append();
      })(),
    );
    assert.equal(failure.code, status.UNAVAILABLE);
    assert.match(failure.details, /could not write \(.+\)\. It takes nothing more until it is opened again/);
    assert.equal((await failureOf(append())).details, failure.details);
    client.close();
    await server.stop();
    assert.equal(server.warned().trim(), failure.details);
    rmSync(dataFolder, { recursive: true, force: true });
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
