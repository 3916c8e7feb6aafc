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
  events: GameEvent[] = [];
  private readonly _board = new Board();

  constructor(id: string = crypto.randomUUID()) {
    this.id = id;
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
    this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
  }

  makeMove(move: Move): void {
    // Step 2.2 begins here.
    throw new InvalidMoveError(`${move.player} can’t move: \`makeMove\` is still to be written.`);
  }

  apply(event: GameEvent): void {
    switch (event.type) {
      case 'GameStarted':
        this.playerOne = event.playerOne;
        this.playerTwo = event.playerTwo;
        this.nextPlayer = event.playerOne;
        break;
    }
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

  private processEvent(event: GameEvent): void {
    this.apply(event);
    this.events.push(event);
  }
}
