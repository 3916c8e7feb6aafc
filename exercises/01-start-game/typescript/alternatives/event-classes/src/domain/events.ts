export class GameStarted {
  constructor(
    readonly player_one: string,
    readonly player_two: string,
  ) {}
}

export type GameEvent = GameStarted;
