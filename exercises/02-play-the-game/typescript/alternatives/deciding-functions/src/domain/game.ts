import { Board, type Column } from './board';
import * as decisions from './decisions';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export interface Move {
  player: string;
  column: Column;
}

class Game {
  public playerOne: string | undefined;
  public playerTwo: string | undefined;
  public moves = 0;
  public result: GameResult | undefined;
  public readonly events: Array<GameEvent>;
  private readonly tokens: Board;

  constructor() {
    this.events = new Array();
    this.tokens = new Board();
  }

  get board() {
    return this.tokens.state;
  }

  /** Counted, and not remembered. */
  get nextPlayer(): string | undefined {
    if (this.result !== undefined) return undefined;
    return this.moves % 2 === 0 ? this.playerOne : this.playerTwo;
  }

  get isFinished() {
    return !!this.result;
  }

  public startGame(one: string, two: string) {
    this.add(decisions.start(this, one, two));
  }

  public makeMove(move: Move) {
    this.add(decisions.move(this, this.tokens, move));
    for (const event of decisions.finish(this.tokens)) this.add(event);
  }

  public apply(event: GameEvent) {
    switch (event.type) {
      case 'GameStarted':
        this.playerOne = event.data.players.one;
        this.playerTwo = event.data.players.two;
        return;
      case 'MoveMade':
        this.tokens.addMove(event.data.move.column, this.moves++ % 2 === 0 ? 'RED' : 'YELLOW');
        return;
      case 'GameFinished':
        this.result = event.data.result;
    }
  }

  private add(event: GameEvent) {
    this.events.push(event);
    this.apply(event);
  }
}

export { Game };
