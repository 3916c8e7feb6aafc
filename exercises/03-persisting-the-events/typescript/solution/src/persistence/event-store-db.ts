import { ANY, type EventStoreDBClient } from '@eventstore/db-client';
import type { GameRepository as Repository } from '../application/game-repository';
import type { GameEvent } from '../domain/events';
import { Game } from '../domain/game';
import { type StoredEvent, toEventData, toGameEvent } from './event-mapping';

/** Keeps games in EventStoreDB: every game is a stream, and what is stored is its events. */
export class GameRepository implements Repository {
  readonly client: EventStoreDBClient;

  constructor(client: EventStoreDBClient) {
    this.client = client;
  }

  async add(game: Game): Promise<void> {
    const events = game.uncommittedEvents.map(toEventData);
    await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });
  }

  async get(gameId: string): Promise<Game> {
    const history: GameEvent[] = [];
    for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {
      if (event !== undefined) history.push(toGameEvent(event));
    }
    const game = new Game(gameId);
    game.loadFromHistory(history);
    return game;
  }
}

function streamOf(gameId: string): string {
  return `game-${gameId}`;
}
