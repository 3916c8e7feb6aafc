import { GameAlreadyStartedError } from './errors.ts';
import { type GameEvent, GameStarted } from './events.ts';

export class Game {
  player_one?: string;
  player_two?: string;
  events: GameEvent[] = [];

  startGame(playerOne: string, playerTwo: string) {
    if (this.events.some((event) => event instanceof GameStarted)) throw new GameAlreadyStartedError();
    const gameStarted = new GameStarted(playerOne, playerTwo);
    this.events.push(gameStarted);
    this.apply(gameStarted);
  }

  apply(event: GameEvent) {
    if (event instanceof GameStarted) {
      this.player_one = event.player_one;
      this.player_two = event.player_two;
    }
  }
}
