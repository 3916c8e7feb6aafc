/** Somebody tried to start a game that has already begun. */
export class GameAlreadyStartedError extends Error {
  override name = 'GameAlreadyStartedError';
}

/** Somebody tried to make a move that the game does not allow. */
export class InvalidMoveError extends Error {
  override name = 'InvalidMoveError';
}
