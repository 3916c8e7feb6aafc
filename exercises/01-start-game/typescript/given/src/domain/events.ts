/** The game has begun. What has to be remembered about that? (Step 1.5) */
export type GameStarted = {
  readonly type: 'GameStarted';
};

/** Everything that can happen in a game; there will be more. */
export type GameEvent = GameStarted;
