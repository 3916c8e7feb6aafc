import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, describe, expect, it } from 'vitest';
import { ConnectFourApp } from './src/application/connect-four-app';
import { Game } from './src/domain/game';
import { GameRepository } from './src/persistence/event-store-db';

const client = EventStoreDBClient.connectionString(process.env.GROUND_UP_CONNECTION_STRING ?? '');
const games = new GameRepository(client);
const app = new ConnectFourApp(games);

const win = 'ABABABA';
const winOfTwo = 'ADEEFFGFGGCG';
const winAtTheLast = 'AGDCGAGBECBGFAFGFEDFFADDADAEFCEBCDBCCBEGEB';

afterAll(() => client.dispose());

/** What the steps of exercise 3 look for, as somebody would write it for vitest and a store that runs already. */
describe('persisting the events', () => {
  it('3.3 stores that a game was started, each game in a stream of its own', async () => {
    const game = started('Barbara', 'Edsger');
    await games.add(game);
    const other = started('Tony', 'Adele');
    await games.add(other);
    expect(await stored(game.id)).toEqual(story('Barbara', 'Edsger', ''));
    expect(await stored(other.id)).toEqual(story('Tony', 'Adele', ''));
  });

  it('3.4 brings games back from what was stored', async () => {
    const game = await games.get(await seed('Ada', 'Grace', ''));
    const other = await games.get(await seed('Linus', 'Margaret', ''));
    expect([game.playerOne, game.playerTwo]).toEqual(['Ada', 'Grace']);
    expect([other.playerOne, other.playerTwo]).toEqual(['Linus', 'Margaret']);
    expect(game.events).toHaveLength(1);
    expect(new Game().events).toEqual([]);
  });

  it('3.5 stores moves and brings them back', async () => {
    const id = await added('Niklaus', 'Frances');
    await play(id, 'Niklaus', 'Frances', 'D');
    expect((await stored(id)).at(-1)).toEqual({ type: 'MoveMade', data: { player: 'Niklaus', column: 'D' } });
    const begun = await games.get(await seed('Ada', 'Grace', 'DDA'));
    expect(begun.nextPlayer).toBe('Grace');
    expect(begun.board.D).toHaveLength(2);
    expect(begun.events.map(({ type }) => type)).toEqual(['GameStarted', 'MoveMade', 'MoveMade', 'MoveMade']);
  });

  it('3.6 keeps apart what is stored and what is new', async () => {
    const id = await added('Radia', 'Alan');
    const again = await games.get(id);
    expect(again.historicalEvents).toHaveLength(1);
    expect(again.uncommittedEvents).toEqual([]);
    again.makeMove({ player: 'Radia', column: 'C' });
    expect(again.events.map(({ type }) => type)).toEqual(['GameStarted', 'MoveMade']);
    await games.add(again);
    expect(await stored(id)).toEqual(story('Radia', 'Alan', 'C'));
    const unsaved = started('Radia', 'Alan');
    unsaved.makeMove({ player: 'Radia', column: 'E' });
    unsaved.makeMove({ player: 'Alan', column: 'F' });
    expect(unsaved.uncommittedEvents).toHaveLength(3);
    expect(unsaved.historicalEvents).toEqual([]);
  });

  it('3.7 stores the end and brings it back', async () => {
    const id = await added('Katherine', 'Dorothy');
    await play(id, 'Katherine', 'Dorothy', win);
    expect(await stored(id)).toEqual(story('Katherine', 'Dorothy', win, 'PLAYER_ONE_WON'));
    const ended = await games.get(await seed('Ada', 'Grace', winOfTwo, 'PLAYER_TWO_WON'));
    expect(ended.result).toBe('PLAYER_TWO_WON');
    expect(ended.nextPlayer).toBeUndefined();
  });

  it('3.8 goes on with stored games and refuses what they forbid', async () => {
    const begun = await seed('Ada', 'Grace', 'ABABAB');
    await app.makeMove(begun, { player: 'Ada', column: 'A' });
    expect(await stored(begun)).toEqual(story('Ada', 'Grace', 'ABABABA', 'PLAYER_ONE_WON'));

    const crowded = await seed('Ada', 'Grace', 'AAAAAA');
    await expect(app.makeMove(crowded, { player: 'Ada', column: 'A' })).rejects.toThrow();
    await expect(app.makeMove(crowded, { player: 'Grace', column: 'B' })).rejects.toThrow();
    const got = await games.get(crowded);
    expect(() => got.startGame('Linus', 'Margaret')).toThrow();
    const over = await seed('Ada', 'Grace', 'ABABABA', 'PLAYER_ONE_WON');
    await expect(app.makeMove(over, { player: 'Grace', column: 'C' })).rejects.toThrow();
    expect(() => new Game().makeMove({ player: 'Ada', column: 'A' })).toThrow();
    expect(await stored(crowded)).toEqual(story('Ada', 'Grace', 'AAAAAA'));

    const long = await seed('Hedy', 'Donald', winAtTheLast.slice(0, -2));
    await app.makeMove(long, { player: 'Hedy', column: 'E' });
    await app.makeMove(long, { player: 'Donald', column: 'B' });
    expect(await stored(long)).toEqual(story('Hedy', 'Donald', winAtTheLast, 'PLAYER_TWO_WON'));
    expect((await app.getGame(long)).result).toBe('PLAYER_TWO_WON');

    const created = await app.createGame('Hedy', 'Donald');
    for (const [turn, column] of [...win].entries()) {
      await app.makeMove(created, { player: turn % 2 === 0 ? 'Hedy' : 'Donald', column });
    }
    expect(await stored(created)).toEqual(story('Hedy', 'Donald', win, 'PLAYER_ONE_WON'));
    expect((await app.getGame(created)).result).toBe('PLAYER_ONE_WON');
  });
});

function started(one: string, two: string): Game {
  const game = new Game();
  game.startGame(one, two);
  return game;
}

async function added(one: string, two: string): Promise<string> {
  const game = started(one, two);
  await games.add(game);
  return game.id;
}

async function play(id: string, one: string, two: string, columns: string): Promise<void> {
  for (const [turn, column] of [...columns].entries()) {
    const game = await games.get(id);
    game.makeMove({ player: turn % 2 === 0 ? one : two, column });
    await games.add(game);
  }
}

/** A game that somebody else left in the store. */
async function seed(one: string, two: string, columns: string, result?: string): Promise<string> {
  const id = crypto.randomUUID();
  await client.appendToStream(`game-${id}`, story(one, two, columns, result).map(jsonEvent));
  return id;
}

async function stored(id: string): Promise<unknown[]> {
  const found = [];
  for await (const { event } of client.readStream(`game-${id}`)) found.push({ type: event?.type, data: event?.data });
  return found;
}

function story(one: string, two: string, columns: string, result?: string) {
  const moves = [...columns].map((column, turn) => ({
    type: 'MoveMade',
    data: { player: turn % 2 === 0 ? one : two, column },
  }));
  const end = result === undefined ? [] : [{ type: 'GameFinished', data: { result } }];
  return [{ type: 'GameStarted', data: { player_one: one, player_two: two } }, ...moves, ...end];
}
