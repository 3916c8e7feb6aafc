import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { events, type TestEvent } from './cases.ts';
import { type ServedProcess, serveInProcess } from './served-process.ts';

export interface Settings {
  readonly startFrom?: 'start' | 'end';
  readonly resolveLinkTos?: boolean;
  readonly maxRetryCount?: number;
  readonly messageTimeout?: number;
  readonly maxSubscriberCount?: number;
  readonly checkPointUpperBound?: number;
  readonly consumerStrategyName?: 'RoundRobin' | 'DispatchToSingle' | 'Pinned';
}

export interface Received {
  readonly type: string | undefined;
  readonly stream: string | undefined;
  readonly retries: number | undefined;
  ack(): unknown;
  nack(action: 'park' | 'retry' | 'skip' | 'stop'): unknown;
}

export interface Info {
  readonly parked: bigint;
  readonly strategy: string;
  readonly checkpoint: bigint | undefined;
  readonly connections: number;
}

/** What every client of EventStoreDB can do with persistent subscriptions, in one shape. Without a stream it is `$all`. */
export interface PersistentClientUnderTest {
  append(stream: string, events: readonly TestEvent[]): Promise<unknown>;
  create(stream: string, group: string, settings: Settings): Promise<unknown>;
  /** Of streams whose names begin so. */
  createToAll(group: string, settings: Settings, prefix: string): Promise<unknown>;
  update(stream: string, group: string, settings: Settings): Promise<unknown>;
  delete(stream: string, group: string): Promise<unknown>;
  replayParked(stream: string, group: string, stopAt?: number): Promise<unknown>;
  restart(): Promise<unknown>;
  info(stream: string, group: string): Promise<Info>;
  groupsOf(stream: string): Promise<readonly string[]>;
  /** Gives back how to stop; an error is told by its type. */
  read(
    stream: string | undefined,
    group: string,
    tell: (received: Received) => void,
    failed: (type: string) => void,
  ): () => Promise<unknown>;
  describe(error: unknown): { readonly type: string; readonly stream: string; readonly group: string };
  dispose(): Promise<void>;
}

/** Resolves once something is so; fails after ten seconds. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < deadline, `It never came to be that ${isSo}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

type Answer = (received: Received) => unknown;
const acknowledge: Answer = (received) => received.ack();

const line = ({ type, retries }: Received) => (retries === 0 ? String(type) : `${type} again ${retries}`);

export function persistentClientCases(
  name: string,
  connect: (connectionString: string) => Promise<PersistentClientUnderTest>,
): void {
  describe(`persistent subscriptions through ${name}`, () => {
    let server: ServedProcess;
    let client: PersistentClientUnderTest;
    before(async () => {
      server = await serveInProcess();
      client = await connect(server.connectionString);
    });
    after(async () => {
      await client.dispose();
      assert.equal(await server.stop(), 0);
    });

    /** A stream of its own with these events, and a group on it. */
    const given = async (types: readonly string[], settings: Settings = {}) => {
      const stream = `game-${randomUUID()}`;
      if (types.length > 0) await client.append(stream, events(...types));
      await client.create(stream, 'group', { startFrom: 'start', ...settings });
      return stream;
    };

    /** Reads until so many lines were told, and then stops. */
    const read = (stream: string | undefined, group: string, count: number, answer: Answer): Promise<string[]> =>
      new Promise((resolve, reject) => {
        const told: string[] = [];
        const stop = client.read(
          stream,
          group,
          async (received) => {
            told.push(line(received));
            await answer(received);
            if (told.length === count) stop().then(() => resolve(told), reject);
          },
          (type) => reject(new Error(`It failed with ${type} after ${told}.`)),
        );
      });

    const failure = async (work: Promise<unknown>) => {
      const thrown = await work.then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(thrown !== undefined, 'it was expected to fail');
      return client.describe(thrown);
    };

    it('brings what was there and what comes, once each', async () => {
      const stream = await given(['A', 'B']);
      const reading = read(stream, 'group', 4, acknowledge);
      await client.append(stream, events('C', 'D'));
      assert.deepEqual(await reading, ['A', 'B', 'C', 'D']);
    });

    it('from the end brings only what comes after its creation', async () => {
      const stream = await given(['A', 'B'], { startFrom: 'end' });
      await client.append(stream, events('C'));
      assert.deepEqual(await read(stream, 'group', 1, acknowledge), ['C']);
    });

    it('skips and retries as it is told', async () => {
      const stream = await given(['skip', 'retry', 'stop', 'end']);
      const told = await read(stream, 'group', 5, (received) => {
        if (received.type === 'skip' || received.type === 'stop') return received.nack(received.type);
        return received.type === 'retry' && received.retries === 0 ? received.nack('retry') : received.ack();
      });
      assert.deepEqual(told.toSorted(), ['end', 'retry', 'retry again 1', 'skip', 'stop']);
    });

    it('tries again what takes too long, and parks it in the end', async () => {
      const stream = await given(['A'], { messageTimeout: 50, maxRetryCount: 2 });
      assert.deepEqual(await read(stream, 'group', 3, () => {}), ['A', 'A again 1', 'A again 2']);
    });

    it('parks, counts and replays, all or up to a place', async () => {
      const stream = await given(['A', 'B', 'C']);
      await read(stream, 'group', 3, (received) => received.nack('park'));
      const parked = async () => (await client.info(stream, 'group')).parked;
      await until(async () => (await parked()) === 3n);
      await client.replayParked(stream, 'group', 2);
      assert.deepEqual(await read(stream, 'group', 2, acknowledge), ['A', 'B']);
      assert.equal(await parked(), 1n);
      await client.replayParked(stream, 'group');
      assert.deepEqual(await read(stream, 'group', 1, acknowledge), ['C']);
      assert.equal(await parked(), 0n);
    });

    it('shares messages out among consumers', async () => {
      const stream = await given([], { consumerStrategyName: 'RoundRobin' });
      const told = [0, 0];
      const stops = await Promise.all(
        told.map(async (_, index) => {
          const stop = client.read(
            stream,
            'group',
            (received) => {
              told[index] = (told[index] ?? 0) + 1;
              received.ack();
            },
            () => {},
          );
          await until(async () => (await client.info(stream, 'group')).connections > index);
          return stop;
        }),
      );
      await client.append(stream, events(...Array.from({ length: 10 }, (_, n) => `T${n}`)));
      await until(() => (told[0] ?? 0) + (told[1] ?? 0) === 10);
      assert.ok(Math.min(...told) > 0, `one of them got ${told}`);
      await Promise.all(stops.map((stop) => stop()));
    });

    it('reads $all through a filter, and links where they lead', async () => {
      const prefix = `all${randomUUID().slice(0, 8)}`;
      const streams = [`${prefix}-1`, `${prefix}-2`];
      for (const [n, stream] of streams.entries()) await client.append(stream, events(`T${n}`));
      await client.createToAll(prefix, { startFrom: 'start' }, prefix);
      assert.deepEqual(await read(undefined, prefix, 2, acknowledge), ['T0', 'T1']);
      await client.create(`$ce-${prefix}`, 'group', { startFrom: 'start', resolveLinkTos: true });
      const seen: (string | undefined)[] = [];
      await read(`$ce-${prefix}`, 'group', 2, (received) => {
        seen.push(received.stream);
        return received.ack();
      });
      assert.deepEqual(seen, streams);
    });

    it('goes on from its checkpoint for the next consumer', async () => {
      const stream = await given(['A', 'B', 'C'], { checkPointUpperBound: 1 });
      await read(stream, 'group', 3, acknowledge);
      const checkpoint = async () => (await client.info(stream, 'group')).checkpoint;
      await until(async () => (await checkpoint()) === 2n);
      await client.restart();
      await client.append(stream, events('D'));
      assert.deepEqual(await read(stream, 'group', 1, acknowledge), ['D']);
    });

    it('is updated, listed, described and deleted', async () => {
      const stream = await given(['A']);
      await client.create(stream, 'other', {});
      assert.deepEqual((await client.groupsOf(stream)).toSorted(), ['group', 'other']);
      await client.update(stream, 'group', { consumerStrategyName: 'Pinned' });
      assert.equal((await client.info(stream, 'group')).strategy, 'Pinned');
      await client.delete(stream, 'other');
      assert.deepEqual(await client.groupsOf(stream), ['group']);
    });

    it('says that there is one of the name, none, or no place', async () => {
      const stream = await given([], { maxSubscriberCount: 1 });
      const names = { stream, group: 'group' };
      const exists = await failure(client.create(stream, 'group', {}));
      assert.deepEqual(exists, { type: 'persistent-subscription-exists', ...names });
      const missing = { type: 'persistent-subscription-does-not-exist', stream, group: 'nobody' };
      for (const work of [
        client.update(stream, 'nobody', {}),
        client.delete(stream, 'nobody'),
        client.info(stream, 'nobody'),
        client.replayParked(stream, 'nobody'),
      ]) {
        assert.deepEqual(await failure(work), missing);
      }
      const stop = client.read(stream, 'group', acknowledge, () => {});
      await until(async () => (await client.info(stream, 'group')).connections === 1);
      const full = await new Promise((resolve) => client.read(stream, 'group', acknowledge, resolve));
      assert.equal(full, 'maximum-subscribers-reached');
      await stop();
    });

    it('tells its consumers when it is deleted', async () => {
      const stream = await given(['A']);
      const dropped = await new Promise((resolve) => {
        client.read(stream, 'group', () => client.delete(stream, 'group'), resolve);
      });
      assert.equal(dropped, 'persistent-subscription-dropped');
    });
  });
}
