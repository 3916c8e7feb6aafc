import { Board, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import { GameFinished, GameStarted, type GameEvent, MoveMade } from './events';
import type { GameResult } from './result';

class GameIsOverError extends InvalidMoveError {}
class ColumnIsFullError extends InvalidMoveError {}

export type Move = { player: string; column: Column };

export class Game {
  player_one?: string;
  player_two?: string;
  next_player?: string;
  result?: GameResult;
  events: GameEvent[] = [];
  _board = new Board();

  get board() {
    return this._board.state;
  }

  get nextPlayer() {
    return this.next_player;
  }

  get playerOne() {
    return this.player_one;
  }

  get playerTwo() {
    return this.player_two;
  }

  get isFinished() {
    return this.result !== undefined;
  }

  startGame(playerOne: string, playerTwo: string) {
    if (this.events.some((event) => event instanceof GameStarted)) throw new GameAlreadyStartedError();
    this.process(new GameStarted(playerOne, playerTwo));
  }

  makeMove(move: Move) {
    if (this.isFinished) throw new GameIsOverError();
    if (move.player !== this.next_player) throw new InvalidMoveError('Wait for your turn.');
    if (!this._board.hasRoomInColumn(move.column)) throw new ColumnIsFullError();
    this.process(new MoveMade(move.player, move.column));
    const result = this._board.getResult();
    if (result !== undefined) this.process(new GameFinished(result));
  }

  apply(event: GameEvent) {
    if (event instanceof GameStarted) {
      this.player_one = event.player_one;
      this.player_two = event.player_two;
      this.next_player = this.player_one;
    }
    if (event instanceof MoveMade) {
      const isFirst = event.player === this.player_one;
      this._board.addMove(event.column, isFirst ? 'RED' : 'YELLOW');
      this.next_player = isFirst ? this.player_two : this.player_one;
    }
    if (event instanceof GameFinished) {
      this.result = event.result;
      delete this.next_player;
    }
  }

  process(event: GameEvent) {
    this.events.push(event);
    this.apply(event);
  }
}
