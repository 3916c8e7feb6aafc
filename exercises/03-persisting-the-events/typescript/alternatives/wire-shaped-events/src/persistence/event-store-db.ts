import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { GameEvent } from '../domain/events';
import { Game } from '../domain/game';

export class GameRepository {
  constructor(readonly client: EventStoreDBClient) {}

  async add(game: Game) {
    await this.client.appendToStream(`game-${game.id}`, game.uncommittedEvents.map((event) => jsonEvent(event)));
  }

  async get(id: string) {
    const game = new Game(id);
    for await (const { event } of this.client.readStream<GameEvent>(`game-${id}`)) {
      if (event) game.loadFromHistory([event]);
    }
    return game;
  }
}
