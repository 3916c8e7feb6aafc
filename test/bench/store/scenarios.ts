import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { sampleData } from './sample.ts';

export interface Scenario {
  readonly name: string;
  /** The ratio to the no-op server that is aimed at, on disk. */
  readonly aim: number;
  /** Runs before anything is measured: enough for the servers' code to be compiled. */
  readonly warmUps: number;
  prepare?(client: EventStoreDBClient): Promise<void>;
  run(client: EventStoreDBClient): Promise<void>;
}

const event = (n: number) => jsonEvent({ type: 'MoveMade', data: sampleData(n) });

/** So many appends of one event each, so many of them under way at a time. */
function appends(count: number, inFlight: number): Scenario['run'] {
  return async (client) => {
    const stream = `bench-${randomUUID()}`;
    let begun = 0;
    const writer = async () => {
      for (; begun < count; ) {
        begun += 1;
        await client.appendToStream(stream, event(begun));
      }
    };
    await Promise.all(Array.from({ length: inFlight }, writer));
  };
}

async function appendThousands(client: EventStoreDBClient): Promise<void> {
  const stream = `bench-${randomUUID()}`;
  for (let n = 0; n < 10; n += 1)
    await client.appendToStream(
      stream,
      Array.from({ length: 1000 }, (_, i) => event(i)),
    );
}

/** Appends of one run of `1 in flight`. */
export const loneAppends = 400;

export const scenarios: readonly Scenario[] = [
  { name: '1 in flight', aim: 0.7, warmUps: 15, run: appends(loneAppends, 1) },
  { name: '50 in flight', aim: 0.85, warmUps: 4, run: appends(3000, 50) },
  { name: '1000-event appends', aim: 0.85, warmUps: 5, run: appendThousands },
  {
    name: 'read of 10,000',
    aim: 0.85,
    warmUps: 5,
    async prepare(client) {
      for (let start = 0; start < 10_000; start += 1000) {
        await client.appendToStream(
          'bench-read',
          Array.from({ length: 1000 }, (_, i) => event(start + i)),
        );
      }
    },
    async run(client) {
      let count = 0;
      for await (const _ of client.readStream('bench-read')) count += 1;
      if (count !== 10_000) throw new Error(`${count} events were read.`);
    },
  },
];
