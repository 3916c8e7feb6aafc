import { Board, type BoardState, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = Readonly<{ player: string; column: Column }>;

const nothingYet: readonly GameEvent[] = Object.freeze([]);

export class Game {
  playerOne: string | undefined;
  playerTwo: string | undefined;
  nextPlayer: string | undefined;
  result: GameResult | undefined;
  events = nothingYet;
  board: BoardState = new Board().state;

  get isFinished(): boolean {
    return this.result !== undefined;
  }

  startGame = (playerOne: string, playerTwo: string): this => {
    if (this.playerOne !== undefined) throw new GameAlreadyStartedError();
    return this.record({ type: 'GameStarted', playerOne, playerTwo });
  };

  makeMove = ({ player, column }: Move): this => {
    const refuse = (reason: string): never => {
      throw new InvalidMoveError(reason);
    };
    if (this.result) refuse('over');
    if (!this.nextPlayer) refuse('not started');
    if (player !== this.nextPlayer) refuse('not your turn');
    if (!this.boardNow().hasRoomInColumn(column)) refuse('full');
    this.record({ type: 'MoveMade', player, column });
    const result = this.boardNow().getResult();
    return result ? this.record({ type: 'GameFinished', result }) : this;
  };

  apply = (event: GameEvent): this => {
    switch (event.type) {
      case 'GameStarted':
        return Object.assign(this, {
          playerOne: event.playerOne,
          playerTwo: event.playerTwo,
          nextPlayer: event.playerOne,
        });
      case 'MoveMade': {
        const [token, nextPlayer] =
          event.player === this.playerOne ? (['RED', this.playerTwo] as const) : (['YELLOW', this.playerOne] as const);
        const column = Object.freeze([...this.board[event.column], token]);
        return Object.assign(this, { nextPlayer, board: Object.freeze({ ...this.board, [event.column]: column }) });
      }
      case 'GameFinished':
        return Object.assign(this, { result: event.result, nextPlayer: undefined });
    }
  };

  private record(event: GameEvent): this {
    const frozen = Object.freeze(event);
    this.events = Object.freeze([...this.events, frozen]);
    return this.apply(frozen);
  }

  private boardNow(): Board {
    const board = new Board();
    for (const event of this.events) {
      if (event.type === 'MoveMade') board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
    }
    return board;
  }
}
