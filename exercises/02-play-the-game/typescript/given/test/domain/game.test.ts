import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GameAlreadyStartedError } from '../../src/domain/errors';
import { Game } from '../../src/domain/game';

// Write tests of your own like this one: given what has happened, when a command comes, then this follows.

test('a game cannot be started twice', () => {
  // Given a game that has started
  const game = new Game();
  game.startGame('Ada', 'Grace');

  // When somebody starts it again
  const startAgain = () => game.startGame('Linus', 'Margaret');

  // Then that is refused, and nothing is recorded
  assert.throws(startAgain, GameAlreadyStartedError);
  assert.equal(game.events.length, 1);
});
