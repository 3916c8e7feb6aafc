import { Board, type BoardState, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = { readonly player: string; readonly column: Column };

/** One list, and a mark in it: what stands before the mark is stored. */
export class Game {
  playerOne: string | null = null;
  playerTwo: string | null = null;
  nextPlayer: string | null = null;
  result: GameResult | null = null;
  readonly events: GameEvent[] = [];
  stored = 0;
  private readonly _board = new Board();

  constructor(readonly id: string = crypto.randomUUID()) {}

  get historicalEvents(): GameEvent[] {
    return this.events.slice(0, this.stored);
  }

  get uncommittedEvents(): GameEvent[] {
    return this.events.slice(this.stored);
  }

  get board(): BoardState {
    return this._board.state;
  }

  get isFinished(): boolean {
    return this.result !== null;
  }

  /** To be called when what is uncommitted has been stored. */
  commit(): void {
    this.stored = this.events.length;
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.events.length > 0) throw new GameAlreadyStartedError('It has started.');
    this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
  }

  makeMove({ player, column }: Move): void {
    if (this.events.length === 0) throw new InvalidMoveError('It has not started.');
    if (this.result !== null) throw new InvalidMoveError('It is over.');
    if (player !== this.nextPlayer) throw new InvalidMoveError(`${this.nextPlayer} is next.`);
    if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(`${column} is full.`);
    this.processEvent({ type: 'MoveMade', player, column });
    const result = this._board.getResult();
    if (result !== undefined) this.processEvent({ type: 'GameFinished', result });
  }

  loadFromHistory(events: Iterable<GameEvent>): void {
    for (const event of events) this.processEvent(event);
    this.commit();
  }

  apply(event: GameEvent): void {
    switch (event.type) {
      case 'GameStarted':
        [this.playerOne, this.playerTwo] = [event.playerOne, event.playerTwo];
        this.nextPlayer = this.playerOne;
        break;
      case 'MoveMade':
        this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
        this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
        break;
      case 'GameFinished':
        [this.result, this.nextPlayer] = [event.result, null];
    }
  }

  private processEvent(event: GameEvent): void {
    this.events.push(event);
    this.apply(event);
  }
}
