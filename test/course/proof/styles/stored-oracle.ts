import assert from 'node:assert/strict';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type CheckStore, readStored } from '../../../../src/course/check-store.ts';
import { Draw } from '../../../../src/course/draw.ts';
import type { GameEvent } from '../../../../src/domain/connect-four/events.ts';
import { jsonEvent } from '../../../../src/eventstore/events.ts';
import { Played } from './behaviour.ts';
import { assertPlays } from './oracle.ts';
import { type Load, modulesOf } from './run-program.ts';
import { drawn, Table } from './table.ts';

/** What a game that is stored has to do: played, with `get` and `add` for each move, beside the reference. */
export async function assertStores(files: ReadonlyMap<string, string>, seed: string, store: CheckStore): Promise<void> {
  assertPlays(files, seed);
  const load = modulesOf(files);
  const client = EventStoreDBClient.connectionString(store.connectionString);
  try {
    const repository = repositoryIn(load, client);
    await assertPlaysStored(load, repository, new Draw(seed), store);
    await assertGoesOn(repository, new Draw(seed), store);
  } finally {
    await client.dispose();
  }
}

interface Repository {
  add(game: Played): Promise<void>;
  get(id: string): Promise<Played>;
}

function repositoryIn(load: Load, client: EventStoreDBClient): Repository {
  const { GameRepository } = load('src/persistence/event-store-db.ts');
  assert.ok(typeof GameRepository === 'function');
  const repository = Played.from(Reflect.construct(GameRepository, [client]));
  return {
    add: async (game) => {
      await repository.call('add', game.game);
    },
    get: async (id) => Played.from(await repository.call('get', id)),
  };
}

async function assertPlaysStored(load: Load, repository: Repository, draw: Draw, store: CheckStore): Promise<void> {
  const newGame = Played.makerIn(load);
  const table = new Table(newGame(), 'Ada', 'Grace', drawn(draw));
  table.start();
  const id = String(table.game.read('id'));
  await repository.add(table.game);
  while (!table.isOver) {
    table.game = await repository.get(id);
    assert.equal(table.game.read('id'), id);
    assertLists(table.game, table.events.length, 0);
    table.move();
    await repository.add(table.game);
    table.assertSame(newGame());
    assert.deepEqual(
      (await readStored(store.store)).get(`game-${id}`)?.map(({ type, data }) => ({ type, data })),
      table.events.map(wireOf),
    );
  }
  assert.deepEqual((await repository.get(id)).state(), table.game.state());
}

/** A game that another program began. */
async function assertGoesOn(repository: Repository, draw: Draw, { store }: CheckStore): Promise<void> {
  const id = draw.uuid();
  const begun: GameEvent[] = [
    { type: 'GameStarted', playerOne: 'Hedy', playerTwo: 'Linus' },
    { type: 'MoveMade', player: 'Hedy', column: 'C' },
  ];
  const appended = await store.append(`game-${id}`, begun.map(wireOf).map(jsonEvent), 'noStream');
  assert.equal(appended.kind, 'appended');
  const game = await repository.get(id);
  game.call('makeMove', { player: 'Linus', column: 'C' });
  assertLists(game, 2, 1);
  await repository.add(game);
  const again = await repository.get(id);
  assert.deepEqual([again.read('nextPlayer'), again.board()?.C], ['Hedy', 'RED,YELLOW']);
  assertLists(again, 3, 0);
}

function assertLists(game: Played, historical: number, uncommitted: number): void {
  const lists = ['historicalEvents', 'uncommittedEvents', 'events'].map((name) => game.events(name).length);
  assert.deepEqual(lists, [historical, uncommitted, historical + uncommitted]);
}

/** An event as the contract of the tutorial has it. */
function wireOf(event: GameEvent) {
  switch (event.type) {
    case 'GameStarted':
      return { type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } };
    case 'MoveMade':
      return { type: event.type, data: { player: event.player, column: event.column } };
    case 'GameFinished':
      return { type: event.type, data: { result: event.result } };
  }
}
