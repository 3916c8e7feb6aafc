import { GameAlreadyStartedError } from './errors';
import type { GameEvent } from './events';

export class Game {
  #playerOne: string | null = null;
  #playerTwo: string | null = null;
  readonly #events: GameEvent[] = [];

  get playerOne(): string | null {
    return this.#playerOne;
  }

  get playerTwo(): string | null {
    return this.#playerTwo;
  }

  get events(): readonly GameEvent[] {
    return [...this.#events];
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.#events.length > 0) {
      throw new GameAlreadyStartedError(`${this.#playerOne} and ${this.#playerTwo} already play.`);
    }
    this.#record({ type: 'GameStarted', playerOne, playerTwo });
  }

  apply(event: GameEvent): void {
    if (event.type === 'GameStarted') {
      this.#playerOne = event.playerOne;
      this.#playerTwo = event.playerTwo;
    }
  }

  #record(event: GameEvent): void {
    this.#events.push(event);
    this.apply(event);
  }
}
