import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { append, events, read, typesIn, typesInAll, type WithStore } from '../harness.ts';

export function appending(withStore: WithStore): void {
  describe('appending', () => {
    it(
      'numbers the events of a stream from 0 and answers with the last one’s revision and position',
      withStore(async ({ store }) => {
        const first = await append(store, 'game-1', 'A', 'B', 'C');
        assert.equal(first.revision, 2n);
        const stored = await read(store, 'game-1');
        assert.deepEqual(
          stored.map(({ event }) => event?.revision),
          [0n, 1n, 2n],
        );
        assert.equal(stored.at(-1)?.event?.position, first.position);
      }),
    );

    it(
      'gives positions that grow strictly across streams',
      withStore(async ({ store }) => {
        const positions: bigint[] = [];
        for (const stream of ['game-1', 'game-2', 'game-1'])
          positions.push((await append(store, stream, 'A')).position);
        assert.deepEqual(
          positions,
          [...positions].sort((a, b) => Number(a - b)),
        );
        assert.equal(new Set(positions).size, 3);
      }),
    );

    it(
      'keeps id, type, content type, data and metadata, and sets the time itself',
      withStore(async ({ store, clock }) => {
        const event = jsonEvent({ type: 'MoveMade', data: { player: 'one', column: 'D' }, metadata: { by: 'a test' } });
        await store.append('game-1', [event], 'noStream');
        const [stored] = await read(store, 'game-1');
        assert.ok(stored?.event);
        const { id, type, contentType, data, metadata, stream, created } = stored.event;
        const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
        assert.deepEqual(
          { id, type, contentType, data: text(data), metadata: text(metadata), stream, created },
          {
            id: event.id,
            type: 'MoveMade',
            contentType: 'json',
            data: '{"player":"one","column":"D"}',
            metadata: '{"by":"a test"}',
            stream: 'game-1',
            created: clock.now,
          },
        );
      }),
    );

    it(
      'takes names with any letters, and empty data',
      withStore(async ({ store }) => {
        const stream = 'spiel-ä/ö 🎲 %41';
        await store.append(
          stream,
          [{ ...jsonEvent({ type: 'Zug gemacht ✓', data: {} }), contentType: 'binary', data: new Uint8Array() }],
          'any',
        );
        const [stored] = await read(store, stream);
        assert.equal(stored?.event?.stream, stream);
        assert.equal(stored?.event?.type, 'Zug gemacht ✓');
        assert.equal(stored?.event?.data.length, 0);
      }),
    );

    it(
      'is all or nothing',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await store.append('game-1', events('B', 'C', 'D'), 5n);
        assert.deepEqual(await typesIn(store, 'game-1'), ['A']);
        assert.deepEqual(await typesInAll(store), ['A']);
      }),
    );

    it(
      'takes up to 1,048,576 bytes at once, counting type names twice',
      withStore(async ({ store }) => {
        const limit = 1_048_576;
        const sized = (bytes: number) => [
          { ...jsonEvent({ type: 'AB', data: {} }), contentType: 'binary' as const, data: new Uint8Array(bytes - 4) },
        ];
        const atLimit = await store.append('big', sized(limit), 'any');
        assert.equal(atLimit.kind, 'appended');
        const beyond = await store.append('big', sized(limit + 1), 'any');
        assert.equal(beyond.kind === 'appendTooLarge' && beyond.limit, limit);
        assert.equal((await typesIn(store, 'big')).length, 1);
      }),
    );

    it(
      'belongs to the store alone in $all and in the streams that it keeps itself',
      withStore(async ({ store }) => {
        for (const stream of ['$all', '$ce-game', '$et-MoveMade']) {
          assert.deepEqual(await store.append(stream, events('A'), 'any'), { kind: 'accessDenied', stream });
        }
      }),
    );
  });
}
