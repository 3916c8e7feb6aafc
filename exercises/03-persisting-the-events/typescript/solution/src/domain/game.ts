import { Board, type BoardState, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

/** What a player wants to do. */
export type Move = {
  readonly player: string;
  readonly column: Column;
};

/** A game of Connect Four: the aggregate of this tutorial. */
export class Game {
  /** Which game it is, among all there are. */
  readonly id: string;
  playerOne: string | undefined = undefined;
  playerTwo: string | undefined = undefined;
  /** Whose turn it is; undefined as long as it is nobody's. */
  nextPlayer: string | undefined = undefined;
  /** How it ended; undefined as long as it hasn't. */
  result: GameResult | undefined = undefined;
  /** What is stored already. */
  historicalEvents: GameEvent[] = [];
  /** What has happened since, and is still to be stored. */
  uncommittedEvents: GameEvent[] = [];
  private readonly _board = new Board();

  constructor(id: string = crypto.randomUUID()) {
    this.id = id;
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
    this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
  }

  makeMove({ player, column }: Move): void {
    if (!this.hasStarted) throw new InvalidMoveError('This game has not started yet.');
    if (this.isFinished) throw new InvalidMoveError('This game is over.');
    if (player !== this.nextPlayer)
      throw new InvalidMoveError(`It is the turn of ${this.nextPlayer}, not of ${player}.`);
    if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(`Column ${column} is full.`);

    this.processEvent({ type: 'MoveMade', player, column });
    this.finishIfOver();
  }

  apply(event: GameEvent): void {
    switch (event.type) {
      case 'GameStarted':
        this.playerOne = event.playerOne;
        this.playerTwo = event.playerTwo;
        this.nextPlayer = event.playerOne;
        break;
      case 'MoveMade':
        this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
        this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
        break;
      case 'GameFinished':
        this.result = event.result;
        this.nextPlayer = undefined;
        break;
    }
  }

  /** Brings the game back to where it was: all of this has happened already. */
  loadFromHistory(events: Iterable<GameEvent>): void {
    for (const event of events) {
      this.apply(event);
      this.historicalEvents.push(event);
    }
  }

  /** Everything that has happened, in its order. */
  get events(): readonly GameEvent[] {
    return [...this.historicalEvents, ...this.uncommittedEvents];
  }

  get hasStarted(): boolean {
    return this.playerOne !== undefined;
  }

  get isFinished(): boolean {
    return this.result !== undefined;
  }

  /** The tokens on the board, for looking at. */
  get board(): BoardState {
    return this._board.state;
  }

  private finishIfOver(): void {
    const result = this._board.getResult();
    if (result !== undefined) this.processEvent({ type: 'GameFinished', result });
  }

  private processEvent(event: GameEvent): void {
    this.apply(event);
    this.uncommittedEvents.push(event);
  }
}
