import type { EventStoreDBClient } from '@eventstore/db-client';
import type { GameRepository as Repository } from '../application/game-repository';
import type { Game } from '../domain/game';

/** Keeps games in EventStoreDB: every game is a stream, and what is stored is its events. */
export class GameRepository implements Repository {
  readonly client: EventStoreDBClient;

  constructor(client: EventStoreDBClient) {
    this.client = client;
  }

  async add(game: Game): Promise<void> {
    // Step 3.3 begins here.
    throw new Error(`Game ${game.id} can’t be stored: \`add\` is still to be written.`);
  }

  async get(gameId: string): Promise<Game> {
    // Step 3.4 begins here.
    throw new Error(`Game ${gameId} can’t be brought back: \`get\` is still to be written.`);
  }
}
