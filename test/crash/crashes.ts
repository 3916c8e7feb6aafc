import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { openRemoteStore } from '../../src/eventstore/remote.ts';
import { type ServedProcess, serveInProcess } from '../grpc/clients/served-process.ts';
import { type Damage, inspect, sum, unharmed } from './inspection.ts';
import { randomFrom } from './random.ts';
import { Writer } from './writer.ts';

export interface CrashPlan {
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly progress?: (kills: number) => void;
}

export interface CrashReport extends Damage {
  readonly kills: number;
  /** Events that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Appends that a kill left unanswered; some of them had been stored, and were recognised when they came again. */
  readonly unanswered: number;
  readonly storedUnanswered: number;
}

const writers = 4;
/** The server lives at most so long before it is killed. Milliseconds. */
const longestLife = 120;

/** Kills the process that holds the store, again and again while clients write to it, and looks each time at what is left. */
export async function runCrashes({ kills, seed, progress }: CrashPlan): Promise<CrashReport> {
  const random = randomFrom(seed);
  const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-crash-'));
  const all = Array.from({ length: writers }, () => new Writer(random));
  const known = new Map<Writer, number>(all.map((writer) => [writer, 0]));
  let damage = unharmed;
  let unanswered = 0;
  let storedUnanswered = 0;
  const lookAndResend = async (store: EventStore) => {
    for (const writer of all) {
      const from = known.get(writer) ?? 0;
      damage = sum(damage, await inspect(store, writer, from));
      unanswered += writer.unanswered === undefined ? 0 : 1;
      if (await isStored(store, writer)) storedUnanswered += 1;
      await writer.resend(store);
      damage = sum(damage, await inspect(store, writer, from));
      known.set(writer, writer.acknowledged.length);
    }
  };
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await session(dataFolder, async (store, server) => {
        await lookAndResend(store);
        const writing = all.map((writer) => writer.writeUntilLost(store));
        await pause(random(longestLife));
        server.child.kill('SIGKILL');
        await Promise.all(writing);
      });
      progress?.(kill);
    }
    await session(dataFolder, async (store) => {
      await lookAndResend(store);
      // Once more from the very beginning, which nothing may have touched.
      for (const writer of all) damage = sum(damage, await inspect(store, writer, 0));
    });
    if (!isSound(dataFolder)) throw new Error(`SQLite finds the file in ${dataFolder} damaged.`);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const acknowledged = all.reduce((total, writer) => total + writer.acknowledged.length, 0);
  return { kills, acknowledged, unanswered, storedUnanswered, ...damage };
}

/** One life of the server, with a client; it is stopped politely unless it was killed. */
async function session(
  dataFolder: string,
  run: (store: EventStore, server: ServedProcess) => Promise<void>,
): Promise<void> {
  const server = await serveInProcess({ dataFolder });
  const opened = await openRemoteStore(server.connectionString);
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  try {
    await run(opened.store, server);
  } finally {
    opened.store.dispose();
    await server.stop();
  }
}

async function isStored(store: EventStore, { stream, unanswered, acknowledged }: Writer): Promise<boolean> {
  if (unanswered === undefined) return false;
  const result = await store.readStream(stream, { from: BigInt(acknowledged.length), limit: 1 });
  if (result.kind !== 'events') return false;
  for await (const { event } of result.events) return event !== undefined;
  return false;
}

/** What SQLite itself says of the file when everything is over. */
function isSound(dataFolder: string): boolean {
  const database = new DatabaseSync(join(dataFolder, 'events.sqlite'));
  const [answer] = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {});
  database.close();
  return answer === 'ok';
}
