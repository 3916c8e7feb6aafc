import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type ServedProcess, serveInProcess } from '../../grpc/clients/served-process.ts';
import { eventsOf } from '../../grpc/projections/client.ts';
import { eventually, patiently } from '../../grpc/projections/waiting.ts';
import { randomFrom } from '../random.ts';

export interface ProjectionCrashPlan {
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly progress?: (kills: number) => void;
}

export interface ProjectionCrashReport {
  readonly kills: number;
  readonly events: number;
  /** Times that a projection began from a checkpoint that a life before had left. */
  readonly continued: number;
  /** Partitions whose state is another than a fold from zero gives. */
  readonly wrongPartitions: number;
  /** Whether the state of the whole is another. */
  readonly wrongWhole: boolean;
  /** Whether what was emitted is another, in order and number. */
  readonly wrongEmitted: boolean;
}

interface Move {
  readonly game: number;
  readonly n: number;
}

interface Whole {
  readonly moves: number;
  readonly hash: number;
}

const games = 5;
const mostEvents = 40;
/** Milliseconds between what a life waits for and its end, at most. */
const longestDelay = 400;

/** Depends on every event and on their order. */
const fold = (state: Whole, { n }: Move): Whole => ({
  moves: state.moves + 1,
  hash: (state.hash * 31 + n) % 1_000_003,
});
const none: Whole = { moves: 0, hash: 7 };

const handler = '(state, e) { return { moves: state.moves + 1, hash: (state.hash * 31 + e.data.n) % 1000003 }; }';
const queries = {
  whole: `fromCategory('game').when({ $init() { return { moves: 0, hash: 7 }; }, Moved${handler} })`,
  games: `fromCategory('game').foreachStream().when({ $init() { return { moves: 0, hash: 7 }; }, Moved${handler} })`,
  copies: `fromCategory('game').when({ Moved(state, e) {
    emit('copies', 'Copied', { n: e.data.n, part: 1 });
    emit('copies', 'Copied', { n: e.data.n, part: 2 });
  } })`,
};

/** Kills the server again and again while projections fold, emit and keep checkpoints, and compares them with a fold from zero. */
export async function runProjectionCrashes(plan: ProjectionCrashPlan): Promise<ProjectionCrashReport> {
  const random = randomFrom(plan.seed);
  const dataFolder = mkdtempSync(join(tmpdir(), 'ground-up-crash-'));
  let continued = 0;
  try {
    await session(dataFolder, async (client) => {
      for (const [name, query] of Object.entries(queries)) {
        await client.createProjection(name, query, { emitEnabled: name === 'copies' });
      }
    });
    for (let kill = 1; kill <= plan.kills; kill += 1) {
      await session(dataFolder, async (client, server) => {
        const { lastCheckpoint } = await client.getProjectionStatus('whole');
        if (lastCheckpoint !== '') continued += 1;
        const writing = write(client, random);
        // In the middle of writing, or when a checkpoint came: by what happened, since a busy machine does the same, only later.
        if (random(2) === 0) {
          await writing;
          await eventually(
            async () => (await client.getProjectionStatus('whole')).lastCheckpoint,
            (checkpoint) => checkpoint !== lastCheckpoint,
          );
        }
        await pause(random(longestDelay));
        server.child.kill('SIGKILL');
        await writing;
      });
      plan.progress?.(kill);
    }
    return await session(dataFolder, async (client) => ({ kills: plan.kills, continued, ...(await compared(client)) }));
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function compared(client: EventStoreDBClient) {
  const moves = await written(client);
  const done = await eventually(
    () => client.getProjectionState<Whole | null>('whole'),
    (state) => state !== null && state.moves >= moves.length,
  );
  let wrongPartitions = 0;
  for (const [game, own] of Map.groupBy(moves, ({ game }) => game)) {
    const state = await eventually(
      () => client.getProjectionState<Whole | null>('games', { partition: `game-${game}` }),
      (state) => state !== null && state.moves >= own.length,
    );
    if (!isDeepStrictEqual(state, own.reduce(fold, none))) wrongPartitions += 1;
  }
  const copies = await eventually(
    () => eventsOf(client, 'copies'),
    ({ length }) => length >= moves.length * 2,
  );
  const emitted = moves.flatMap(({ n }) => [1, 2].map((part) => ({ n, part })));
  return {
    events: moves.length,
    wrongPartitions,
    wrongWhole: !isDeepStrictEqual(done, moves.reduce(fold, none)),
    wrongEmitted: !isDeepStrictEqual(
      copies.map(({ event }) => event?.data),
      emitted,
    ),
  };
}

/** What is stored, in the order in which it is. */
async function written(client: EventStoreDBClient): Promise<readonly Move[]> {
  const links = await eventsOf(client, '$ce-game');
  return links.map(({ event }) => {
    const { data } = event ?? {};
    if (typeof data !== 'object' || !('n' in data) || !('game' in data))
      throw new Error('An event is not one of ours.');
    return { n: Number(data.n), game: Number(data.game) };
  });
}

/** Some moves in some games, as far as the server lets them. */
async function write(client: EventStoreDBClient, random: (below: number) => number): Promise<void> {
  const sizes = Array.from({ length: 1 + random(4) }, () => [random(games), 1 + random(mostEvents)] as const);
  for (const [game, size] of sizes) {
    const events = Array.from({ length: size }, () =>
      jsonEvent({ type: 'Moved', data: { game, n: random(1_000_000) } }),
    );
    try {
      await client.appendToStream(`game-${game}`, events);
    } catch {
      return;
    }
  }
}

/** One life of the server, with a client; it is stopped politely unless it was killed. */
async function session<T>(
  dataFolder: string,
  run: (client: EventStoreDBClient, server: ServedProcess) => Promise<T>,
): Promise<T> {
  const server = await serveInProcess({ dataFolder });
  const client = EventStoreDBClient.connectionString(patiently(server));
  try {
    return await run(client, server);
  } finally {
    await client.dispose();
    await server.stop();
  }
}
