import { Board, type Column } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = { readonly player: string; readonly column: Column };

type Handlers = { readonly [Type in GameEvent['type']]: (event: Extract<GameEvent, { type: Type }>) => void };

export class Game {
  readonly players: string[] = [];
  readonly waiting: string[] = [];
  readonly events: GameEvent[] = [];
  readonly tokens = new Board();
  result: GameResult | undefined;

  readonly on: Handlers = {
    GameStarted: ({ playerOne, playerTwo }) => {
      this.players.push(playerOne, playerTwo);
      this.waiting.push(playerOne, playerTwo);
    },
    MoveMade: ({ player, column }) => {
      this.tokens.addMove(column, player === this.players[0] ? 'RED' : 'YELLOW');
      this.waiting.reverse();
    },
    GameFinished: ({ result }) => {
      this.result = result;
      this.waiting.length = 0;
    },
  };

  get playerOne() {
    return this.players[0];
  }

  get playerTwo() {
    return this.players[1];
  }

  get nextPlayer() {
    return this.waiting.at(0);
  }

  get isFinished() {
    return this.result !== undefined;
  }

  get board() {
    return this.tokens.state;
  }

  startGame(playerOne: string, playerTwo: string) {
    if (this.players.length > 0) throw new GameAlreadyStartedError('Once is enough.');
    this.commit({ type: 'GameStarted', playerOne, playerTwo });
  }

  makeMove({ player, column }: Move) {
    if (this.nextPlayer !== player || !this.tokens.hasRoomInColumn(column)) {
      throw new InvalidMoveError(`${player} can't drop a token into ${column} now.`);
    }
    this.commit({ type: 'MoveMade', player, column });
    const result = this.tokens.getResult();
    this.commit(...(result === undefined ? [] : [{ type: 'GameFinished' as const, result }]));
  }

  apply(event: GameEvent) {
    const handle = this.on[event.type] as (event: GameEvent) => void;
    handle(event);
  }

  private commit(...events: GameEvent[]) {
    for (const event of events) {
      this.events.push(event);
      this.apply(event);
    }
  }
}
