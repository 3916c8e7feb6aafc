import { Board, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = { player: string; column: Column };

export class Game {
  playerOne = null as string | null;
  playerTwo = null as string | null;
  nextPlayer = undefined as string | undefined;
  result = null as GameResult | null;
  events: GameEvent[] = [];
  private grid = new Board();

  get board() {
    return this.grid.state;
  }

  get isFinished() {
    return this.result !== null;
  }

  startGame(by: string, against: string): void {
    if (this.playerOne) throw new GameAlreadyStartedError();
    this.happened({ kind: 'GameStarted', by, against, at: new Date() });
  }

  makeMove({ player: who, column: where }: Move): void {
    if (!this.playerOne || this.isFinished) throw new InvalidMoveError('Nobody may move now.');
    if (who !== this.nextPlayer) throw new InvalidMoveError('It is not your turn.');
    if (!this.grid.hasRoomInColumn(where)) throw new InvalidMoveError('It is full.');
    this.happened({ kind: 'MoveMade', who, where, at: new Date() });
    const result = this.grid.getResult();
    if (result === 'TIED') this.happened({ kind: 'GameFinished', outcome: 'a draw' });
    else if (result) this.happened({ kind: 'GameFinished', outcome: { winner: who } });
  }

  apply(event: GameEvent): void {
    if (event.kind === 'GameStarted') {
      this.playerOne = event.by;
      this.playerTwo = event.against;
      this.nextPlayer = event.by;
    }
    if (event.kind === 'MoveMade') {
      const byOne = event.who === this.playerOne;
      this.grid.addMove(event.where, byOne ? 'RED' : 'YELLOW');
      this.nextPlayer = (byOne ? this.playerTwo : this.playerOne) ?? undefined;
    }
    if (event.kind === 'GameFinished') {
      this.nextPlayer = undefined;
      if (event.outcome === 'a draw') this.result = 'TIED';
      else this.result = event.outcome.winner === this.playerOne ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON';
    }
  }

  private happened(event: GameEvent): void {
    this.apply(event);
    this.events.push(event);
  }
}
