import { GameAlreadyStartedError } from './errors';
import type { GameEvent } from './events';

const players: { one?: string; two?: string } = {};

/** A game of Connect Four: the aggregate of this tutorial. */
export class Game {
  events: GameEvent[] = [];

  get playerOne(): string | undefined {
    return players.one;
  }

  get playerTwo(): string | undefined {
    return players.two;
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
    this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
  }

  apply(event: GameEvent): void {
    switch (event.type) {
      case 'GameStarted':
        players.one = event.playerOne;
        players.two = event.playerTwo;
        break;
    }
  }

  get hasStarted(): boolean {
    return this.events.length > 0;
  }

  private processEvent(event: GameEvent): void {
    this.apply(event);
    this.events.push(event);
  }
}
