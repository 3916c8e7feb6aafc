import { type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import type { GameEvent } from '../domain/events';
import { Game } from '../domain/game';
import { type StoredEvent, toEventData, toGameEvent } from './event-mapping';

const stream = (id: string) => `game-${id}`;

async function* history(client: EventStoreDBClient, id: string): AsyncGenerator<GameEvent> {
  const stored: AsyncIterable<ResolvedEvent<StoredEvent>> = client.readStream<StoredEvent>(stream(id));
  for await (const { event } of stored) if (event) yield toGameEvent(event);
}

export class GameRepository {
  readonly #client: EventStoreDBClient;

  constructor(client: EventStoreDBClient) {
    this.#client = client;
  }

  async add(game: Game) {
    await this.#client.appendToStream(stream(game.id), [...game.uncommittedEvents].map(toEventData));
  }

  async get(id: string) {
    const events: GameEvent[] = [];
    for await (const event of history(this.#client, id)) events.push(event);
    return new Game(id).loadFromHistory(events);
  }
}
