import { GameAlreadyStartedError } from './errors';
import type { GameEvent } from './events';

/** A game of Connect Four: the aggregate of this tutorial. */
export class Game {
  playerOne: string | undefined = undefined;
  playerTwo: string | undefined = undefined;
  events: GameEvent[] = [];

  startGame(playerOne: string, playerTwo: string): void {
    if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
    this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
  }

  apply(event: GameEvent): void {
    switch (event.type) {
      case 'GameStarted':
        this.playerOne = event.playerOne;
        this.playerTwo = event.playerTwo;
        break;
    }
  }

  get hasStarted(): boolean {
    return this.playerOne !== undefined;
  }

  private processEvent(event: GameEvent): void {
    this.apply(event);
    this.events.push(event);
  }
}
