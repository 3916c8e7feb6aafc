import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent, type NewEvent } from '../../../src/eventstore/events.ts';
import { append, read, typesIn, type WithStore, watch } from '../harness.ts';

/** A link as EventStoreDB writes it: `revision@stream`. */
function linkTo(target: string): NewEvent {
  return { ...jsonEvent({ type: '$>', data: null }), contentType: 'binary', data: Buffer.from(target, 'utf8') };
}

export function linking(withStore: WithStore): void {
  describe('a link', () => {
    it(
      'is an event like any other unless it is to be resolved',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        await store.append('favourites', [linkTo('1@game-1')], 'any');
        const [plain] = await read(store, 'favourites');
        assert.deepEqual([plain?.event?.type, plain?.link], ['$>', undefined]);
      }),
    );

    it(
      'resolved brings the event it points to along',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A', 'B');
        await store.append('favourites', [linkTo('1@game-1')], 'any');
        const [resolved] = await read(store, 'favourites', { resolveLinks: true });
        assert.deepEqual(
          [
            resolved?.event?.type,
            resolved?.event?.stream,
            resolved?.event?.revision,
            resolved?.link?.stream,
            resolved?.link?.revision,
          ],
          ['B', 'game-1', 1n, 'favourites', 0n],
        );
      }),
    );

    it(
      'comes alone when its target is gone, hidden, not there yet, or no target at all',
      withStore(async ({ store }) => {
        await append(store, 'gone', 'A');
        await append(store, 'deleted', 'A');
        await append(store, 'hidden', 'A', 'B');
        await store.append(
          'favourites',
          ['0@gone', '0@deleted', '0@hidden', '7@hidden', '0@never', 'nonsense'].map(linkTo),
          'any',
        );
        await store.tombstoneStream('gone', 'any');
        await store.deleteStream('deleted', 'any');
        await store.writeMetadata('hidden', { truncateBefore: 1n }, 'any');
        const resolved = await read(store, 'favourites', { resolveLinks: true });
        assert.deepEqual(
          resolved.map(({ event }) => event),
          [undefined, undefined, undefined, undefined, undefined, undefined],
        );
        assert.deepEqual(
          resolved.map(({ link }) => link?.revision),
          [0n, 1n, 2n, 3n, 4n, 5n],
        );
      }),
    );
  });

  describe('the standard projections', () => {
    it(
      '$ce-game links to all events of all streams that begin with game-',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'A');
        await append(store, 'game-2-x', 'B');
        await append(store, 'chess-1', 'C');
        await append(store, 'game', 'D');
        await append(store, 'game-1', 'E');
        const links = await read(store, '$ce-game', { resolveLinks: true });
        assert.deepEqual(
          links.map(({ event }) => event?.type),
          ['A', 'B', 'E'],
        );
        assert.deepEqual(
          links.map(({ link }) => link?.revision),
          [0n, 1n, 2n],
        );
        assert.deepEqual(
          links.map(({ link }) => link?.stream),
          ['$ce-game', '$ce-game', '$ce-game'],
        );
        assert.deepEqual(await typesIn(store, '$ce-game'), ['$>', '$>', '$>']);
      }),
    );

    it(
      '$et-MoveMade links to all events of the type',
      withStore(async ({ store }) => {
        await append(store, 'game-1', 'GameStarted', 'MoveMade');
        await append(store, 'game-2', 'MoveMade');
        const links = await read(store, '$et-MoveMade', { resolveLinks: true, direction: 'backwards' });
        assert.deepEqual(
          links.map(({ event }) => event?.stream),
          ['game-2', 'game-1'],
        );
      }),
    );

    it(
      'know nothing of a category nobody has written to',
      withStore(async ({ store }) => {
        assert.equal((await store.readStream('$ce-game')).kind, 'streamNotFound');
      }),
    );

    it(
      'can be subscribed to before they exist',
      withStore(async ({ store }) => {
        const watching = watch((observer) => store.subscribeToStream('$ce-game', observer, { resolveLinks: true }));
        await watching.until(1);
        await append(store, 'game-1', 'A');
        await append(store, 'chess-1', 'B');
        await append(store, 'game-2', 'C');
        await watching.until(3);
        assert.deepEqual(
          watching.events.map(({ event }) => event?.type),
          ['A', 'C'],
        );
        watching.dispose();
      }),
    );
  });
}
