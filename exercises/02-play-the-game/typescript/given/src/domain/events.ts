/** The game has begun, between these two players. */
export type GameStarted = {
  readonly type: 'GameStarted';
  readonly playerOne: string;
  readonly playerTwo: string;
};

/** A token was dropped. What has to be remembered about that? (Step 2.2) */
export type MoveMade = {
  readonly type: 'MoveMade';
};

/** Everything that can happen in a game; there will be more. */
export type GameEvent = GameStarted | MoveMade;
