import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openRemoteStore } from '../../src/eventstore/remote.ts';
import { serveInProcess } from './clients/served-process.ts';

/** Gives a test clients of a server in a process of its own, which keeps its events on disk. */
async function withClients(count: number, run: (clients: readonly EventStore[]) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-concurrency-'));
  const server = await serveInProcess({ dataFolder });
  const clients: EventStore[] = [];
  for (let n = 0; n < count; n += 1) {
    const opened = await openRemoteStore(server.connectionString);
    if (opened.kind !== 'opened') throw new Error(opened.reason);
    clients.push(opened.store);
  }
  try {
    await run(clients);
  } finally {
    for (const client of clients) client.dispose();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const move = (n: number) => jsonEvent({ type: 'MoveMade', data: { n } });

describe('many at once', () => {
  it('64 writers expect the same revision, 200 times: exactly one wins, 63 are told the true revision', async () => {
    await withClients(8, async (clients) => {
      for (let round = 0n; round < 200n; round += 1n) {
        const expected = round === 0n ? 'noStream' : round - 1n;
        const attempts = Array.from({ length: 64 }, (_, n) =>
          clients[n % clients.length]?.append('game-1', [move(n)], expected),
        );
        const results = await Promise.all(attempts);
        const winners = results.filter((result) => result?.kind === 'appended');
        assert.deepEqual(
          winners.map(({ revision }) => revision),
          [round],
        );
        const losers = results.filter((result) => result?.kind === 'wrongExpectedRevision');
        assert.equal(losers.length, 63);
        assert.ok(losers.every(({ actual }) => actual === round));
      }
    });
  });

  it('a subscriber that comes in the middle of 100,000 appends sees each exactly once and in order', async () => {
    await withClients(2, async ([writing, reading]) => {
      assert.ok(writing && reading);
      const total = 100_000;
      const seen: bigint[] = [];
      let caughtUp = 0;
      const all = new Promise<void>((resolve, reject) => {
        const finish = () => seen.length === total && caughtUp > 0 && resolve();
        const subscribe = () =>
          reading.subscribeToStream('game-1', {
            event: ({ event }) => {
              if (event !== undefined) seen.push(event.revision);
              finish();
            },
            caughtUp: () => {
              caughtUp += 1;
              finish();
            },
            ended: (end) => reject(new Error(`The subscription ended: ${end.kind}`)),
          });
        appendAll(writing, total, (done) => {
          if (done === total / 2) subscribe();
        }).catch(reject);
      });
      await all;
      assert.ok(seen.every((revision, index) => revision === BigInt(index)));
      assert.equal(caughtUp, 1);
    });
  });
});

/** So many appends of one event each, 200 of them under way at a time. */
async function appendAll(store: EventStore, total: number, progress: (done: number) => void): Promise<void> {
  let begun = 0;
  let done = 0;
  const writer = async () => {
    while (begun < total) {
      begun += 1;
      const result = await store.append('game-1', [move(begun)], 'any');
      if (result.kind !== 'appended') throw new Error(`An append was refused: ${result.kind}`);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: 200 }, writer));
}
