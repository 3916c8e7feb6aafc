import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from '../../src/domain/board';
import { GameAlreadyStartedError, InvalidMoveError } from '../../src/domain/errors';
import { Game } from '../../src/domain/game';

/** A game in which Ada and Grace have taken turns at these columns. */
function gameAfter(...moves: readonly Column[]): Game {
  const game = new Game();
  game.startGame('Ada', 'Grace');
  for (const [turn, column] of moves.entries()) game.makeMove({ player: turn % 2 === 0 ? 'Ada' : 'Grace', column });
  return game;
}

/** The same game once more, from nothing but its events. */
function rebuilt(game: Game): Game {
  const again = new Game();
  for (const event of game.events) again.apply(event);
  return again;
}

test('a game cannot be started twice', () => {
  // Given a game that has started
  const game = gameAfter();

  // When somebody starts it again
  const startAgain = () => game.startGame('Linus', 'Margaret');

  // Then that is refused, and nothing is recorded
  assert.throws(startAgain, GameAlreadyStartedError);
  assert.equal(game.events.length, 1);
});

test('a move is recorded, and the turn passes', () => {
  // Given
  const game = gameAfter();

  // When
  game.makeMove({ player: 'Ada', column: 'D' });

  // Then
  assert.deepEqual(game.events.at(-1), { type: 'MoveMade', player: 'Ada', column: 'D' });
  assert.deepEqual(game.board.D, ['RED']);
  assert.equal(game.nextPlayer, 'Grace');
});

test('a full column takes no more tokens', () => {
  // Given
  const game = gameAfter('A', 'A', 'A', 'A', 'A', 'A');

  // When
  const oneMore = () => game.makeMove({ player: 'Ada', column: 'A' });

  // Then
  assert.throws(oneMore, InvalidMoveError);
  assert.equal(game.events.length, 7);
  assert.equal(game.nextPlayer, 'Ada');
});

test('nobody moves out of turn, or before the game has started', () => {
  assert.throws(() => gameAfter('A').makeMove({ player: 'Ada', column: 'B' }), InvalidMoveError);
  assert.throws(() => new Game().makeMove({ player: 'Ada', column: 'A' }), InvalidMoveError);
});

test('four in a row finish the game', () => {
  // Given
  const game = gameAfter('A', 'B', 'A', 'B', 'A', 'B');

  // When
  game.makeMove({ player: 'Ada', column: 'A' });

  // Then
  assert.deepEqual(game.events.slice(-2), [
    { type: 'MoveMade', player: 'Ada', column: 'A' },
    { type: 'GameFinished', result: 'PLAYER_ONE_WON' },
  ]);
  assert.equal(game.result, 'PLAYER_ONE_WON');
  assert.throws(() => game.makeMove({ player: 'Grace', column: 'B' }), InvalidMoveError);
});

test('a game can be made again from its events', () => {
  // Given
  const game = gameAfter('A', 'B', 'A', 'B', 'A', 'B', 'A');

  // When
  const again = rebuilt(game);

  // Then
  assert.deepEqual(again.board, game.board);
  assert.equal(again.result, game.result);
  assert.equal(again.nextPlayer, game.nextPlayer);
});
