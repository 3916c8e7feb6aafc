import type { GameEvent } from './events';

class GameAlreadyStarted extends Error {}

class Game {
  public playerOne: string | null;
  public playerTwo: string | null;
  public events: Array<GameEvent>;

  constructor() {
    this.playerOne = null;
    this.playerTwo = null;
    this.events = new Array();
  }

  public startGame(one: string, two: string) {
    if (this.playerOne !== null) {
      throw new GameAlreadyStarted('no');
    }
    const event: GameEvent = { type: 'GameStarted', data: { players: { one, two } } };
    this.events.push(event);
    this.apply(event);
  }

  public apply({ data }: GameEvent) {
    this.playerOne = data.players.one;
    this.playerTwo = data.players.two;
  }
}

export default Game;
