import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ConnectFourApp } from '../../src/application/connect-four-app';
import { Game } from '../../src/domain/game';
import { connect } from '../../src/persistence/connection';
import { GameRepository } from '../../src/persistence/event-store-db';

// These tests need an event store to talk to. They fail now; step 3.3 makes the first one pass, 3.4 the second, 3.6 the third.

const client = connect();
after(() => client.dispose());

const games = new GameRepository(client);
const app = new ConnectFourApp(games);

/** What stands in the stream of a game: type and data of every event. */
async function storedEvents(gameId: string): Promise<unknown[]> {
  const stored = [];
  for await (const { event } of client.readStream(`game-${gameId}`))
    stored.push({ type: event?.type, data: event?.data });
  return stored;
}

test('a game that is started is stored', async () => {
  // When a game is started
  const gameId = await app.createGame('Ada', 'Grace');

  // Then its stream says so
  assert.deepEqual(await storedEvents(gameId), [
    { type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } },
  ]);
});

test('a stored game can be brought back', async () => {
  // Given a game that was started
  const gameId = await app.createGame('Ada', 'Grace');

  // When it is brought back
  const game = await games.get(gameId);

  // Then it is the same game, with the same history
  assert.ok(game instanceof Game);
  assert.equal(game.id, gameId);
  assert.equal(game.playerOne, 'Ada');
  assert.equal(game.playerTwo, 'Grace');
  assert.equal(game.nextPlayer, 'Ada');
  assert.equal(game.events.length, 1);
});

test('a move is stored once, behind what was stored before', async () => {
  // Given a game that was started
  const gameId = await app.createGame('Ada', 'Grace');

  // When Ada moves
  await app.makeMove(gameId, { player: 'Ada', column: 'A' });

  // Then there are two events, and the move is the last
  assert.deepEqual(await storedEvents(gameId), [
    { type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } },
    { type: 'MoveMade', data: { player: 'Ada', column: 'A' } },
  ]);
});
