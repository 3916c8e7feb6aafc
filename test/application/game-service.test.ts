import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gameStream, toGameEvent, toNewEvent } from '../../src/application/event-mapping.ts';
import { GameRepository } from '../../src/application/game-repository.ts';
import { GameService } from '../../src/application/game-service.ts';
import type { GameEvent } from '../../src/domain/connect-four/events.ts';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonDataOf, jsonEvent, originalOf } from '../../src/eventstore/events.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';

const startGame = { type: 'StartGame', playerOne: 'one', playerTwo: 'two' } as const;

async function storedIn(store: EventStore, stream: string) {
  const read = await store.readStream(stream);
  if (read.kind !== 'events') return read.kind;
  const stored: unknown[] = [];
  for await (const resolved of read.events) {
    const { type, contentType, ...event } = originalOf(resolved);
    stored.push([type, contentType, jsonDataOf({ type, contentType, ...event })]);
  }
  return stored;
}

describe('the wire contract', () => {
  it('is the tutorial’s own: stream, types, keys and encoding', async (t) => {
    const store = openMemoryStore();
    t.after(() => store.dispose());
    const games = new GameRepository(store);
    const events: GameEvent[] = [
      { type: 'GameStarted', playerOne: 'one', playerTwo: 'two' },
      { type: 'MoveMade', player: 'one', column: 'D' },
      { type: 'GameFinished', result: 'PLAYER_ONE_WON' },
    ];
    await games.append('42', events, 'noStream');
    assert.deepEqual(await storedIn(store, 'game-42'), [
      ['GameStarted', 'json', { player_one: 'one', player_two: 'two' }],
      ['MoveMade', 'json', { player: 'one', column: 'D' }],
      ['GameFinished', 'json', { result: 'PLAYER_ONE_WON' }],
    ]);
    assert.deepEqual(events.map(toNewEvent).map(toGameEvent), events);
  });

  it('says which field of a foreign event can’t be read', () => {
    const foreign = jsonEvent({ type: 'MoveMade', data: { player: 'one', column: 'H' } });
    assert.throws(() => toGameEvent(foreign), /“MoveMade”.*data\.column/);
  });
});

describe('the game service', () => {
  it('records what was decided, and nothing for a refused command', async (t) => {
    const store = openMemoryStore();
    t.after(() => store.dispose());
    const service = new GameService(new GameRepository(store));
    assert.equal((await service.handle('1', startGame)).kind, 'recorded');
    const again = await service.handle('1', startGame);
    assert.deepEqual(again.kind === 'refused' && again.refusal, { reason: 'alreadyStarted' });
    const stored = await storedIn(store, gameStream('1'));
    assert.equal(stored.length, 1);
  });

  it('decides again when another writer was faster', async (t) => {
    const store = openMemoryStore();
    t.after(() => store.dispose());
    const service = new GameService(new GameRepository(store));
    await service.handle('1', startGame);
    const move = { type: 'MakeMove', player: 'one', column: 'A' } as const;
    const outcomes = await Promise.all([service.handle('1', move), service.handle('1', move)]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['recorded', 'refused']);
    assert.equal((await storedIn(store, gameStream('1'))).length, 2);
  });
});
