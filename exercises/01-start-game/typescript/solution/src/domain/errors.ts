/** Somebody tried to start a game that has already begun. */
export class GameAlreadyStartedError extends Error {
  override name = 'GameAlreadyStartedError';
}
