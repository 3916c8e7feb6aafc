import { Board, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import { GameFinished, GameStarted, type GameEvent, MoveMade } from './events';
import type { GameResult } from './result';

export type Move = { player: string; column: Column };

export class Game {
  readonly id: string;
  playerOne?: string;
  playerTwo?: string;
  nextPlayer?: string;
  result?: GameResult;
  historical_events: GameEvent[] = [];
  uncommited_events: GameEvent[] = [];
  _board = new Board();

  constructor(id = crypto.randomUUID() as string) {
    this.id = id;
  }

  get events() {
    return this.historical_events.concat(this.uncommited_events);
  }

  get board() {
    return this._board.state;
  }

  get isFinished() {
    return this.result !== undefined;
  }

  startGame(playerOne: string, playerTwo: string) {
    if (this.events.length > 0) throw new GameAlreadyStartedError();
    this.process(new GameStarted(playerOne, playerTwo));
  }

  makeMove(move: Move) {
    if (this.isFinished) throw new InvalidMoveError('It is over.');
    if (move.player !== this.nextPlayer) throw new InvalidMoveError('Wait for your turn.');
    if (!this._board.hasRoomInColumn(move.column)) throw new InvalidMoveError('It is full.');
    this.process(new MoveMade(move.player, move.column));
    const result = this._board.getResult();
    if (result !== undefined) this.process(new GameFinished(result));
  }

  loadFromHistory(events: GameEvent[]) {
    this.historical_events = events;
    for (const event of this.events) this.apply(event);
  }

  apply(event: GameEvent) {
    if (event instanceof GameStarted) {
      this.playerOne = event.player_one;
      this.playerTwo = event.player_two;
      this.nextPlayer = this.playerOne;
    }
    if (event instanceof MoveMade) {
      const isFirst = event.player === this.playerOne;
      this._board.addMove(event.column, isFirst ? 'RED' : 'YELLOW');
      this.nextPlayer = isFirst ? this.playerTwo : this.playerOne;
    }
    if (event instanceof GameFinished) {
      this.result = event.result;
      delete this.nextPlayer;
    }
  }

  process(event: GameEvent) {
    this.apply(event);
    this.uncommited_events.push(event);
  }
}
