import { randomUUID } from 'node:crypto';
import {
  type EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { persistentEvents, sampleData } from './sample.ts';
import { type Contestant, startContestant } from './servers.ts';
import { median, milliseconds, timed } from './statistics.ts';

const stream = 'bench-persistent';
const perAppend = 1000;
/** Messages a consumer may have at a time. */
const bufferSize = 100;

/** How long so many consumers take for all messages of a subscription, each acknowledged by itself, on each server in turn. */
export async function benchPersistent(counts: readonly number[], rounds: number): Promise<void> {
  const contestants = await Promise.all([startContestant('no-op'), startContestant('memory'), startContestant('disk')]);
  try {
    for (const { name, client } of contestants) if (name !== 'no-op') await fill(client);
    for (const count of counts) await compare(contestants, count, rounds);
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}

async function compare(contestants: readonly Contestant[], count: number, rounds: number): Promise<void> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, client } of order) {
      const group = randomUUID();
      const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
      await client.createPersistentSubscriptionToStream(stream, group, settings);
      times.get(name)?.push(await timed(() => consumeAll(client, group, count)));
    }
  }
  const noop = times.get('no-op') ?? [];
  const parts = (['memory', 'disk'] as const).map((name) => {
    const own = times.get(name) ?? [];
    const ratio = median(own.map((time, round) => (noop[round] ?? Number.NaN) / time));
    const perSecond = Math.round((persistentEvents * 1000) / median(own));
    return `${name} ${milliseconds(median(own))} (${perSecond.toLocaleString('en')} a second), ratio ${ratio.toFixed(2)}`;
  });
  console.log(`${String(count).padStart(2)} consumers · no-op ${milliseconds(median(noop))} · ${parts.join(' · ')}`);
}

async function fill(client: EventStoreDBClient): Promise<void> {
  for (let start = 0; start < persistentEvents; start += perAppend) {
    const events = Array.from({ length: perAppend }, (_, n) =>
      jsonEvent({ type: 'MoveMade', data: sampleData(start + n) }),
    );
    await client.appendToStream(stream, events);
  }
}

async function consumeAll(client: EventStoreDBClient, group: string, count: number): Promise<void> {
  let left = persistentEvents;
  const subscriptions = Array.from({ length: count }, () =>
    client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize }),
  );
  await new Promise<void>((resolve, reject) => {
    for (const subscription of subscriptions) {
      subscription.on('error', reject);
      subscription.on('data', (resolved) => {
        subscription.ack(resolved).catch(reject);
        left -= 1;
        if (left === 0) resolve();
      });
    }
  });
  await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
}
