import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { type ServedProcess, serveInProcess } from '../../grpc/clients/served-process.ts';
import { randomFrom } from '../random.ts';
import { type ConsumerReport, consumeUntilLost, type Memory, treatmentOf } from './consumer.ts';

export interface PersistentCrashPlan {
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly progress?: (kills: number) => void;
}

export interface PersistentCrashReport {
  readonly kills: number;
  /** Events of the stream, and how many of them were acknowledged and parked in the end. */
  readonly events: number;
  readonly acknowledged: number;
  readonly parked: number;
  /** Neither acknowledged by anybody nor parked, though the checkpoint is past it. */
  readonly lost: number;
  /** Parked on request, and not among the parked messages. */
  readonly notParked: number;
  /** Delivered though the checkpoint at the server's start was past it. */
  readonly beforeCheckpoint: number;
  /** Delivered again in one life of the server though it was acknowledged in it. */
  readonly twice: number;
  /** Acknowledged and delivered again after a kill, because the checkpoint had not come so far: all in all, and most after one kill. */
  readonly repeated: number;
  readonly mostRepeated: number;
}

const stream = 'game-1';
const group = 'group';
const consumers = 4;
/** Appends in one life of the server, and events in one append, at most. */
const mostAppends = 6;
const mostEvents = 20;
/** Between the message that a life is to end with and its end: milliseconds, at most. */
const longestDelay = 30;
/** How long anything that has to come may take. Milliseconds. */
const patience = 60_000;

const checkpointStream = `$persistentsubscription-${stream}::${group}-checkpoint`;
const parkedStream = `$persistentsubscription-${stream}::${group}-parked`;

/** Kills the server again and again while consumers acknowledge, park and retry, and looks each time at what is left. */
export async function runPersistentCrashes({
  kills,
  seed,
  progress,
}: PersistentCrashPlan): Promise<PersistentCrashReport> {
  const random = randomFrom(seed);
  const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-crash-'));
  const memory: Memory = { acknowledged: new Set(), thisLife: new Set(), delivered: 0 };
  const total = { lost: 0, notParked: 0, beforeCheckpoint: 0, twice: 0, repeated: 0, mostRepeated: 0 };
  let known = -1n;
  const life = async (client: EventStoreDBClient, until: () => Promise<void>) => {
    memory.thisLife.clear();
    memory.delivered = 0;
    const checkpoint = await checkpointOf(client);
    const parked = await parkedRevisions(client);
    for (let revision = known + 1n; revision <= checkpoint; revision += 1n) {
      if (!memory.acknowledged.has(revision) && !parked.has(revision)) total.lost += 1;
    }
    // What is always parked has to be there in every life.
    for (let revision = 0n; revision <= checkpoint; revision += 1n) {
      if (treatmentOf(revision) === 'park' && !parked.has(revision)) total.notParked += 1;
    }
    known = checkpoint;
    const reading = Array.from({ length: consumers }, () =>
      consumeUntilLost(client, stream, group, checkpoint, memory),
    );
    await until();
    return sum(await Promise.all(reading));
  };
  const add = ({ beforeCheckpoint, twice, repeated }: ConsumerReport) => {
    total.beforeCheckpoint += beforeCheckpoint;
    total.twice += twice;
    total.repeated += repeated;
    total.mostRepeated = Math.max(total.mostRepeated, repeated);
  };
  try {
    await session(dataFolder, create);
    for (let kill = 1; kill <= kills; kill += 1) {
      await session(dataFolder, async (client, server) => {
        const report = await life(client, async () => {
          const sizes = Array.from({ length: 1 + random(mostAppends) }, () => 1 + random(mostEvents));
          const enough = random(sizes.reduce((total, size) => total + size));
          const writing = write(client, sizes);
          // Those that are always parked are parked again, and must be among the parked at every moment.
          if (random(2) === 0) client.replayParkedMessagesToStream(stream, group).catch(() => {});
          // In the middle of writing, or after it.
          if (random(2) === 0) await writing;
          // By what happened, not by the clock: a busy machine does the same, only later.
          await eventually(`${enough} messages come`, async () => memory.delivered >= enough);
          await pause(random(longestDelay));
          server.child.kill('SIGKILL');
          await writing;
        });
        add(report);
      });
      progress?.(kill);
    }
    return await session(dataFolder, async (client, server) => {
      const events = await countEvents(client);
      const report = await life(client, async () => {
        await drained(client, events, memory);
        await server.stop();
      });
      add(report);
      return session(dataFolder, async (again) => {
        const { notParked, ...rest } = await inTheEnd(again, events, memory);
        return { kills, ...total, ...rest, notParked: total.notParked + notParked };
      });
    });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** One life of the server, with a client; it is stopped politely unless it was killed. */
async function session<T>(
  dataFolder: string,
  run: (client: EventStoreDBClient, server: ServedProcess) => Promise<T>,
): Promise<T> {
  const server = await serveInProcess({ dataFolder });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  try {
    return await run(client, server);
  } finally {
    await client.dispose();
    await server.stop();
  }
}

async function create(client: EventStoreDBClient): Promise<void> {
  const settings = {
    startFrom: 'start',
    checkPointUpperBound: 20,
    checkPointLowerBound: 1,
    checkPointAfter: 50,
    // A machine may be as slow as it likes.
    messageTimeout: 0,
  } as const;
  await client.createPersistentSubscriptionToStream(
    stream,
    group,
    persistentSubscriptionToStreamSettingsFromDefaults(settings),
  );
}

/** Appends of these sizes, one after the other, as far as the server lets them. */
async function write(client: EventStoreDBClient, sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const events = Array.from({ length: size }, () => jsonEvent({ type: 'MoveMade', data: {} }));
    try {
      await client.appendToStream(stream, events);
    } catch {
      return;
    }
  }
}

async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It never came to be that ${what}.`);
    await pause(2);
  }
}

async function checkpointOf(client: EventStoreDBClient): Promise<bigint> {
  const [last] = await read(client, checkpointStream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
  return last === undefined ? -1n : BigInt(String(last.data));
}

/** Revisions of the stream that links among the parked messages lead to. */
async function parkedRevisions(client: EventStoreDBClient): Promise<Set<bigint>> {
  const links = await read(client, parkedStream, {});
  return new Set(
    links.map(({ data }) => {
      const [revision = ''] = (data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : '').split('@');
      return BigInt(revision);
    }),
  );
}

async function countEvents(client: EventStoreDBClient): Promise<bigint> {
  const [last] = await read(client, stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
  return (last?.revision ?? -1n) + 1n;
}

async function read(
  client: EventStoreDBClient,
  name: string,
  options: NonNullable<Parameters<EventStoreDBClient['readStream']>[1]>,
) {
  const events: { readonly revision: bigint; readonly data: unknown }[] = [];
  try {
    for await (const { event } of client.readStream(name, options)) if (event !== undefined) events.push(event);
  } catch (thrown) {
    if (!(thrown instanceof StreamNotFoundError)) throw thrown;
  }
  return events;
}

/** Resolves when every event was acknowledged or parked. */
function drained(client: EventStoreDBClient, events: bigint, memory: Memory): Promise<void> {
  return eventually(`all of ${events} events come`, async () => {
    const parked = await parkedRevisions(client);
    return revisions(events).every((revision) => memory.acknowledged.has(revision) || parked.has(revision));
  });
}

async function inTheEnd(client: EventStoreDBClient, events: bigint, memory: Memory) {
  const parked = await parkedRevisions(client);
  const notParked = revisions(events).filter((revision) => treatmentOf(revision) === 'park' && !parked.has(revision));
  return {
    events: Number(events),
    acknowledged: memory.acknowledged.size,
    parked: parked.size,
    notParked: notParked.length,
  };
}

function revisions(events: bigint): bigint[] {
  return Array.from({ length: Number(events) }, (_, n) => BigInt(n));
}

function sum(reports: readonly ConsumerReport[]): ConsumerReport {
  const of = (key: keyof ConsumerReport) => reports.reduce((total, report) => total + report[key], 0);
  return { beforeCheckpoint: of('beforeCheckpoint'), twice: of('twice'), repeated: of('repeated') };
}
