import { type EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { Game } from '../domain/game';
import { type StoredEvent, toEventData, toGameEvent } from './event-mapping';

export class GameRepository {
  readonly #client: EventStoreDBClient;

  constructor(client: EventStoreDBClient) {
    this.#client = client;
  }

  readonly add = async ({ id, uncommittedEvents }: Game) => {
    if (uncommittedEvents.length === 0) return;
    await this.#client.appendToStream(`game-${id}`, uncommittedEvents.map(toEventData));
  };

  readonly get = async (id: string) => {
    const stored = this.#client.readStream<StoredEvent>(`game-${id}`, { direction: FORWARDS, fromRevision: START });
    const events = [];
    for await (const { event } of stored) if (event) events.push(event);
    return new Game(id).loadFromHistory(events.map(toGameEvent));
  };
}
