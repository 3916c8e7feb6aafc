import type { Game } from '../domain/game';

/**
 * Where games are kept, as the application sees it: something that takes games in and gives them
 * back. Whether that is an event store, a file or a list in memory is none of its business.
 */
export interface GameRepository {
  /** Stores what has happened in this game. */
  add(game: Game): Promise<void>;
  /** The game as it is by everything that was stored of it. */
  get(gameId: string): Promise<Game>;
}
