import type { GameEvent } from './events';

/** A game of Connect Four: the aggregate of this tutorial. */
export class Game {
  playerOne: string | undefined = undefined;
  playerTwo: string | undefined = undefined;
  events: readonly GameEvent[] = [];

  startGame(playerOne: string, playerTwo: string): void {
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
    (this.events as GameEvent[]).push(event);
    this.events = Object.freeze(this.events);
    this.apply(event);
  }
}
