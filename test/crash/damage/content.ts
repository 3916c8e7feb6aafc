import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent, type ResolvedEvent } from '../../../src/eventstore/events.ts';

/** Streams of every kind there is, and more events than one page of an index holds. */
export async function fill(store: EventStore): Promise<void> {
  const append = async (stream: string, count: number, text: string) => {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type: `T${n % 5}`, data: { n, text } }));
    const result = await store.append(stream, events, 'any');
    if (result.kind !== 'appended') throw new Error(`${stream} could not be filled: ${result.kind}`);
  };
  for (let n = 0; n < 45; n += 1) await append(`game-${n % 15}`, 100, 'a move');
  // Rows that do not fit into a page.
  for (let n = 0; n < 5; n += 1) await append('long-1', 3, 'x'.repeat(9000));
  await append('gone-1', 3, 'deleted');
  await store.deleteStream('gone-1', 'any');
  await append('gone-2', 3, 'tombstoned');
  await store.tombstoneStream('gone-2', 'any');
  await store.writeMetadata('game-1', { maxCount: 50n }, 'any');
  await append('chess-1', 20, 'the end');
}

export const streams = [
  ...Array.from({ length: 15 }, (_, n) => `game-${n}`),
  'long-1',
  'gone-1',
  'gone-2',
  'chess-1',
  '$$game-1',
  '$ce-game',
  '$ce-chess',
  '$et-T1',
  'never-1',
];

/** All that a store gives, in words; a sentence where a read fails, which is what damage has to come to. */
export async function readEverything(store: EventStore): Promise<ReadonlyMap<string, string | Failed>> {
  const found = new Map<string, string | Failed>();
  const take = async (name: string, read: () => Promise<string>) => {
    try {
      found.set(name, await read());
    } catch (thrown) {
      found.set(name, new Failed(thrown instanceof Error ? thrown.message : String(thrown)));
    }
  };
  await take('$all', async () => textOf(store.readAll()));
  await take('$all backwards', async () => textOf(store.readAll({ direction: 'backwards' })));
  for (const stream of streams) {
    for (const direction of ['forwards', 'backwards'] as const) {
      await take(`${stream} ${direction}`, async () => {
        const result = await store.readStream(stream, { direction, resolveLinks: true });
        if (result.kind === 'unavailable') throw new Error(result.reason);
        return result.kind === 'events' ? `last ${result.lastRevision}\n${await textOf(result.events)}` : result.kind;
      });
    }
    await take(`metadata of ${stream}`, async () => {
      const result = await store.readMetadata(stream);
      if (result.kind === 'unavailable') throw new Error(result.reason);
      return result.kind === 'metadata' ? `${result.revision} ${result.metadata.maxCount}` : result.kind;
    });
  }
  return found;
}

/** A read that was refused, with what was said. */
export class Failed {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

async function textOf(events: AsyncIterable<ResolvedEvent>): Promise<string> {
  const lines: string[] = [];
  for await (const { event, link } of events) {
    for (const one of [event, link]) {
      if (one === undefined) continue;
      const { position, stream, revision, id, type, contentType, created } = one;
      const data = Buffer.from(one.data).toString('base64');
      lines.push([position, stream, revision, id, type, contentType, created, data, one.metadata.length].join(' '));
    }
  }
  return lines.join('\n');
}
