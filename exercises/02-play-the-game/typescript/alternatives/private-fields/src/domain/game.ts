import { Board, type BoardState, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export interface Move {
  readonly player: string;
  readonly column: Column;
}

export class Game {
  #players: readonly [string, string] | null = null;
  #turn: 0 | 1 | null = null;
  #result: GameResult | null = null;
  readonly #board = new Board();
  readonly #events: GameEvent[] = [];

  get playerOne(): string | null {
    return this.#players?.[0] ?? null;
  }

  get playerTwo(): string | null {
    return this.#players?.[1] ?? null;
  }

  get nextPlayer(): string | undefined {
    return this.#turn === null ? undefined : this.#players?.[this.#turn];
  }

  get result(): GameResult | null {
    return this.#result;
  }

  get isFinished(): boolean {
    return this.#result !== null;
  }

  get board(): BoardState {
    return this.#board.state;
  }

  get events(): readonly GameEvent[] {
    return [...this.#events];
  }

  startGame(playerOne: string, playerTwo: string): void {
    if (this.#players !== null) throw new GameAlreadyStartedError();
    this.#record({ type: 'GameStarted', playerOne, playerTwo });
  }

  makeMove(move: Move): void {
    this.#mustBeAllowed(move);
    this.#record({ type: 'MoveMade', ...move });
    const result = this.#board.getResult();
    if (result) this.#record({ type: 'GameFinished', result });
  }

  apply(event: GameEvent): void {
    if (event.type === 'GameStarted') {
      this.#players = [event.playerOne, event.playerTwo];
      this.#turn = 0;
    } else if (event.type === 'MoveMade') {
      const mover = event.player === this.playerOne ? 0 : 1;
      this.#board.addMove(event.column, mover === 0 ? 'RED' : 'YELLOW');
      this.#turn = mover === 0 ? 1 : 0;
    } else {
      this.#result = event.result;
      this.#turn = null;
    }
  }

  /** Who isn't next can't move, and before the start and after the end nobody is. */
  #mustBeAllowed({ player, column }: Move): void {
    if (player !== this.nextPlayer) throw new InvalidMoveError(`Not the turn of ${player}.`);
    if (!this.#board.hasRoomInColumn(column)) throw new InvalidMoveError(`No room in ${column}.`);
  }

  #record(event: GameEvent): void {
    this.#events.push(event);
    this.apply(event);
  }
}
