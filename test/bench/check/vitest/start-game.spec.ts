import { describe, expect, it } from 'vitest';
import { Game } from './src/domain/game';

/** What the steps of exercise 1 look for, as somebody would write it for vitest. */
describe('starting a game', () => {
  it('1.2 has no players at first', () => {
    const game = new Game();
    expect(game.playerOne).toBeUndefined();
    expect(game.playerTwo).toBeUndefined();
  });

  it('1.3 has players once started, and no other game has', () => {
    const game = new Game();
    const other = new Game();
    game.startGame('Ada', 'Grace');
    expect([game.playerOne, game.playerTwo]).toEqual(['Ada', 'Grace']);
    expect(other.playerOne).toBeUndefined();
  });

  it('1.4 has no events at first, and none of another game', () => {
    const game = new Game();
    const other = new Game();
    expect(game.events).toEqual([]);
    game.startGame('Ada', 'Grace');
    expect(other.events).toEqual([]);
  });

  it('1.5 records who plays', () => {
    const game = new Game();
    game.startGame('Ada', 'Grace');
    expect(game.events).toEqual([{ type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Grace' }]);
  });

  it('1.6 is rebuilt from its events', () => {
    const game = new Game();
    game.startGame('Linus', 'Margaret');
    const fresh = new Game();
    for (const event of game.events) fresh.apply(event);
    expect([fresh.playerOne, fresh.playerTwo]).toEqual(['Linus', 'Margaret']);
    expect(fresh.events).toEqual([]);
  });

  it('bonus is started only once', () => {
    const game = new Game();
    game.startGame('Ada', 'Grace');
    expect(() => game.startGame('Linus', 'Margaret')).toThrow();
    expect(game.events).toHaveLength(1);
    expect(game.playerOne).toBe('Ada');
  });
});
