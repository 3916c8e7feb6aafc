import { Board, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = { readonly player: string; readonly column: Column };

export class Game {
  playerOne: string | undefined;
  playerTwo: string | undefined;
  nextPlayer: string | undefined;
  result: GameResult | undefined;
  historicalEvents: GameEvent[] = [];
  uncommittedEvents: GameEvent[] = [];
  private grid = new Board();
  readonly id: string;

  constructor(id: string = crypto.randomUUID()) {
    this.id = id;
  }

  get events() {
    return [this.historicalEvents, this.uncommittedEvents].flat();
  }

  get board() {
    return this.grid.state;
  }

  get isFinished() {
    return Boolean(this.result);
  }

  startGame(player_one: string, player_two: string): void {
    if (this.playerOne) throw new GameAlreadyStartedError('It has started.');
    this.apply({ type: 'GameStarted', data: { player_one, player_two } }, this.uncommittedEvents);
  }

  makeMove({ player, column }: Move): void {
    if (player !== this.nextPlayer) throw new InvalidMoveError('Not now.');
    if (!this.grid.hasRoomInColumn(column)) throw new InvalidMoveError('Not here.');
    this.apply({ type: 'MoveMade', data: { player, column } }, this.uncommittedEvents);
    const result = this.grid.getResult();
    if (result) this.apply({ type: 'GameFinished', data: { result } }, this.uncommittedEvents);
  }

  loadFromHistory(events: Iterable<GameEvent>): void {
    for (const event of events) this.apply(event, this.historicalEvents);
  }

  /** Applied for somebody else's sake, an event goes into no list. */
  apply(event: GameEvent, list: GameEvent[] = []): void {
    list.push(event);
    switch (event.type) {
      case 'GameStarted':
        this.playerOne = this.nextPlayer = event.data.player_one;
        this.playerTwo = event.data.player_two;
        return;
      case 'MoveMade': {
        const isOne = event.data.player === this.playerOne;
        this.grid.addMove(event.data.column, isOne ? 'RED' : 'YELLOW');
        this.nextPlayer = isOne ? this.playerTwo : this.playerOne;
        return;
      }
      case 'GameFinished':
        this.result = event.data.result;
        this.nextPlayer = undefined;
    }
  }
}
