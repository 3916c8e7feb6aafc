import { EventStoreDBClient } from '@eventstore/db-client';
import { GameRepository as Repository } from '../application/game-repository';
import { GameEvent } from '../domain/events';
import { Game } from '../domain/game';
import { toEventData, toGameEvent } from './event-mapping';

export class GameRepository implements Repository {
  constructor(private client: EventStoreDBClient) {}

  public async add(game: Game) {
    const stream = 'game-' + game.id;
    for (const event of game.uncommited_events) {
      await this.client.appendToStream(stream, toEventData(event));
    }
  }

  public async get(game_id: string) {
    const game = new Game(game_id);
    const events: GameEvent[] = [];
    for await (const resolved of this.client.readStream('game-' + game_id)) {
      events.push(toGameEvent(resolved.event as any));
    }
    game.loadFromHistory(events);
    return game;
  }
}
