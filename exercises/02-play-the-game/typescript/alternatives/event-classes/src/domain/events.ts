import type { Column } from './board';
import type { GameResult } from './result';

export class GameStarted {
  readonly player_one: string;
  readonly player_two: string;

  constructor(player_one: string, player_two: string) {
    this.player_one = player_one;
    this.player_two = player_two;
  }
}

export class MoveMade {
  readonly player: string;
  readonly column: Column;

  constructor(player: string, column: Column) {
    this.player = player;
    this.column = column;
  }
}

export class GameFinished {
  readonly result: GameResult;

  constructor(result: GameResult) {
    this.result = result;
  }
}

export type GameEvent = GameStarted | MoveMade | GameFinished;
