import { GameAlreadyStartedError } from './errors';
import type { GameEvent } from './events';

const nothingYet: readonly GameEvent[] = Object.freeze([]);

export class Game {
  playerOne: string | undefined;
  playerTwo: string | undefined;
  events = nothingYet;

  startGame = (playerOne: string, playerTwo: string): void => {
    if (this.playerOne !== undefined) throw new GameAlreadyStartedError();
    const event = Object.freeze({ type: 'GameStarted', playerOne, playerTwo } as const);
    this.events = Object.freeze([...this.events, event]);
    this.apply(event);
  };

  apply = (event: GameEvent): this => {
    switch (event.type) {
      case 'GameStarted':
        return Object.assign(this, { playerOne: event.playerOne, playerTwo: event.playerTwo });
    }
  };
}
