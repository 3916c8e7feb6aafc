import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type ServedProcess, serveInProcess } from './served-process.ts';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export interface TestEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly n: number };
}

export interface Seen {
  readonly type: string | undefined;
  readonly revision: bigint | undefined;
  readonly data: unknown;
}

export type Told = Seen | 'caughtUp' | { readonly error: string | undefined };

/** What every client of EventStoreDB can do, in one shape. */
export interface ClientUnderTest {
  append(
    stream: string,
    events: readonly TestEvent[],
    expected?: Expected,
  ): Promise<{ readonly revision: bigint; readonly position: bigint }>;
  read(stream: string, direction: 'forwards' | 'backwards'): Promise<readonly Seen[]>;
  /** Types in `$all` of streams that begin so. */
  typesInAll(prefix: string): Promise<readonly string[]>;
  subscribe(stream: string, tell: (told: Told) => void): () => Promise<void>;
  delete(stream: string): Promise<unknown>;
  tombstone(stream: string): Promise<unknown>;
  setMaxCount(stream: string, count: number): Promise<unknown>;
  maxCount(stream: string): Promise<number | undefined>;
  /** What the client's error says of its kind and of the revisions. */
  describe(error: unknown): { readonly type: string; readonly expected?: unknown; readonly actual?: unknown };
  dispose(): Promise<void>;
}

export function clientCases(name: string, connect: (connectionString: string) => Promise<ClientUnderTest>): void {
  describe(name, () => {
    let server: ServedProcess;
    let client: ClientUnderTest;
    before(async () => {
      server = await serveInProcess();
      client = await connect(server.connectionString);
    });
    after(async () => {
      await client.dispose();
      assert.equal(await server.stop(), 0);
    });
    const failure = async (work: Promise<unknown>) => {
      const thrown = await work.then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(thrown !== undefined, 'it was expected to fail');
      return client.describe(thrown);
    };

    it('appends, and reads both ways', async () => {
      const stream = `game-${randomUUID()}`;
      const { revision } = await client.append(stream, events('A', 'B', 'C'), 'no_stream');
      assert.equal(revision, 2n);
      const forwards = await client.read(stream, 'forwards');
      assert.deepEqual(
        forwards,
        ['A', 'B', 'C'].map((type, n) => ({ type, revision: BigInt(n), data: { n } })),
      );
      assert.deepEqual(await client.read(stream, 'backwards'), forwards.toReversed());
    });

    it('is told both sides of a wrong expected revision', async () => {
      const stream = `game-${randomUUID()}`;
      await client.append(stream, events('A'), 'no_stream');
      const exact = await failure(client.append(stream, events('B'), 7n));
      assert.deepEqual(exact, { type: 'wrong-expected-version', expected: 7n, actual: 0n });
      const noStream = await failure(client.append(stream, events('B'), 'no_stream'));
      assert.deepEqual(noStream, { type: 'wrong-expected-version', expected: 'no_stream', actual: 0n });
      const missing = await failure(client.append(`${stream}-not`, events('B'), 'stream_exists'));
      assert.deepEqual(missing, { type: 'wrong-expected-version', expected: 'stream_exists', actual: 'no_stream' });
    });

    it('may repeat an append', async () => {
      const stream = `game-${randomUUID()}`;
      const batch = events('A', 'B');
      const first = await client.append(stream, batch, 'no_stream');
      assert.deepEqual(await client.append(stream, batch, 'no_stream'), first);
      assert.deepEqual(await client.append(stream, batch), first);
      assert.equal((await client.read(stream, 'forwards')).length, 2);
    });

    it('is told in words what is wrong with an append that no store can take', async () => {
      const thrown = await client.append('', events('A')).then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.match(thrown instanceof Error ? thrown.message : '', /needs the name of a stream/);
    });

    it('is told that a stream is not found', async () => {
      assert.equal((await failure(client.read('game-never', 'forwards'))).type, 'stream-not-found');
    });

    it('subscribes across the switch from history to live', async () => {
      const stream = `game-${randomUUID()}`;
      await client.append(stream, events('A', 'B'));
      const told: Told[] = [];
      const enough = new Promise<void>((resolve) => {
        const unsubscribe = client.subscribe(stream, (item) => {
          told.push(item);
          if (item === 'caughtUp') client.append(stream, events('C', 'D'));
          if (told.length === 5) unsubscribe().then(resolve);
        });
      });
      await enough;
      assert.deepEqual(
        told.map((item) => (typeof item === 'object' && 'type' in item ? item.type : item)),
        ['A', 'B', 'caughtUp', 'C', 'D'],
      );
    });

    it('deletes softly, and goes on numbering', async () => {
      const stream = `game-${randomUUID()}`;
      await client.append(stream, events('A', 'B'));
      await client.delete(stream);
      assert.equal((await failure(client.read(stream, 'forwards'))).type, 'stream-not-found');
      assert.equal((await client.append(stream, events('C'))).revision, 2n);
      assert.deepEqual(await client.read(stream, 'forwards'), [{ type: 'C', revision: 2n, data: { n: 0 } }]);
    });

    it('tombstones, and a subscriber hears of it before it is told that the stream is gone', async () => {
      const stream = `game-${randomUUID()}`;
      await client.append(stream, events('A'));
      const told: Told[] = [];
      const ended = new Promise<void>((resolve) => {
        client.subscribe(stream, (item) => {
          told.push(item);
          if (item === 'caughtUp') client.tombstone(stream);
          if (typeof item === 'object' && 'error' in item) resolve();
        });
      });
      await ended;
      assert.deepEqual(
        told.map((item) => (typeof item === 'object' && 'type' in item ? item.type : item)),
        ['A', 'caughtUp', '$streamDeleted', { error: 'stream-deleted' }],
      );
      assert.equal((await failure(client.read(stream, 'forwards'))).type, 'stream-deleted');
      assert.equal((await failure(client.append(stream, events('B')))).type, 'stream-deleted');
      assert.equal((await failure(client.delete(stream))).type, 'stream-deleted');
    });

    it('sets metadata that hides events', async () => {
      const stream = `game-${randomUUID()}`;
      await client.append(stream, events('A', 'B', 'C'));
      assert.equal(await client.maxCount(stream), undefined);
      await client.setMaxCount(stream, 2);
      assert.equal(await client.maxCount(stream), 2);
      assert.deepEqual(
        (await client.read(stream, 'forwards')).map(({ type }) => type),
        ['B', 'C'],
      );
    });

    it('reads $all', async () => {
      const prefix = `all${randomUUID().slice(0, 8)}`;
      await client.append(`${prefix}-1`, events('A'));
      await client.append(`${prefix}-2`, events('B'));
      await client.append(`${prefix}-1`, events('C'));
      assert.deepEqual(await client.typesInAll(prefix), ['A', 'B', 'C']);
    });

    it('is refused an append that is too large', async () => {
      const event = { id: randomUUID(), type: 'Big', data: { n: 1, text: 'x'.repeat(1_100_000) } };
      assert.equal((await failure(client.append('big-1', [event]))).type, 'maximum-append-size-exceeded');
    });
  });
}

export function events(...types: readonly string[]): TestEvent[] {
  return types.map((type, n) => ({ id: randomUUID(), type, data: { n } }));
}
