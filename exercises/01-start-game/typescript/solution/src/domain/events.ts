/** The game has begun, between these two players. */
export type GameStarted = {
  readonly type: 'GameStarted';
  readonly playerOne: string;
  readonly playerTwo: string;
};

/** Everything that can happen in a game; there will be more. */
export type GameEvent = GameStarted;
