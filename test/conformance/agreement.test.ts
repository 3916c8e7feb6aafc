import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent, originalOf } from '../../src/eventstore/events.ts';
import type { ExpectedRevision } from '../../src/eventstore/expected-revision.ts';
import { openEmbeddedStore, openMemoryStore } from '../../src/eventstore/open.ts';
import type { StreamMetadata } from '../../src/eventstore/stream-metadata.ts';
import { collect } from './harness.ts';

type Step =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly ids: readonly number[];
      readonly expected: ExpectedRevision;
    }
  | { readonly kind: 'delete' | 'tombstone'; readonly stream: string; readonly expected: ExpectedRevision }
  | { readonly kind: 'describe'; readonly stream: string; readonly metadata: StreamMetadata };

const stream = fc.constantFrom('game-1', 'game-2', 'chess-1');
const expected: fc.Arbitrary<ExpectedRevision> = fc.oneof(
  fc.constantFrom<ExpectedRevision>('any', 'any', 'noStream', 'streamExists'),
  fc.bigInt({ min: 0n, max: 6n }),
);
/** So few ids that appends are repeated, wholly and in part. */
const ids = fc.oneof(fc.constantFrom([1, 2], [1, 2, 3], [2, 3], [4], []), fc.array(fc.nat(30), { maxLength: 4 }));
const small = fc.bigInt({ min: 1n, max: 4n });
const metadata: fc.Arbitrary<StreamMetadata> = fc.record(
  { maxCount: small, truncateBefore: small },
  { requiredKeys: [], noNullPrototype: true },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('append' as const), stream, ids, expected }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), stream, expected }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('describe' as const), stream, metadata }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tombstone' as const), stream, expected }) },
);

function take(store: EventStore, one: Step): Promise<unknown> {
  switch (one.kind) {
    case 'append':
      return store.append(one.stream, one.ids.map(numbered), one.expected);
    case 'delete':
      return store.deleteStream(one.stream, one.expected);
    case 'tombstone':
      return store.tombstoneStream(one.stream, one.expected);
    case 'describe':
      return store.writeMetadata(one.stream, one.metadata, 'any');
  }
}

const numbered = (n: number) =>
  jsonEvent({ type: `T${n}`, data: { n }, id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` });

const streams = ['game-1', 'game-2', 'chess-1', '$$game-1', '$ce-game', '$et-T1'];

/** All that can be seen of a store, in words; ids that it makes itself are left out. */
async function seen(store: EventStore): Promise<unknown> {
  const all = (await collect(store.readAll())).map(originalOf);
  const places = all.map(({ position, revision, stream: name, type }) => `${position} ${revision}@${name} ${type}`);
  const read = streams.map(async (name) => {
    const result = await store.readStream(name, { resolveLinks: true });
    if (result.kind !== 'events') return result.kind;
    return (await collect(result.events)).map(({ event, link }) => [event?.revision, event?.type, link?.revision]);
  });
  return [places, await Promise.all(read)];
}

/** An id twice in one append, and then repeated. */
const sameIdTwice: Step[] = [
  { kind: 'append', stream: 'game-1', ids: [0, 0], expected: 'any' },
  { kind: 'append', stream: 'game-1', ids: [0], expected: 'any' },
];

describe('the stores', () => {
  it('agree on every answer and on all that can be read, whatever is done to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'ground-up-agreement-'));
        const opened = await openEmbeddedStore(folder);
        assert.ok(opened.kind === 'opened');
        const memory = openMemoryStore();
        try {
          for (const one of steps) assert.deepEqual(await take(opened.store, one), await take(memory, one));
          const inMemory = await seen(memory);
          assert.deepEqual(await seen(opened.store), inMemory);
          opened.store.dispose();
          const again = await openEmbeddedStore(folder);
          assert.ok(again.kind === 'opened');
          assert.deepEqual(await seen(again.store), inMemory);
          again.store.dispose();
        } finally {
          opened.store.dispose();
          memory.dispose();
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 30, examples: [[sameIdTwice]] },
    );
  });
});
