import { type EventStoreDBClient, type JSONEventData, type JSONRecordedEvent } from '@eventstore/db-client';
import type { GameRepository as Repository } from '../application/game-repository';
import type { GameEvent } from '../domain/events';
import { Game } from '../domain/game';

type Stored = Record<string, any>;

/** Both directions of each event side by side. */
const mappings: { [Type in GameEvent['type']]: [write: (event: any) => Stored, read: (data: Stored) => GameEvent] } = {
  GameStarted: [
    ({ playerOne, playerTwo }) => ({ player_two: playerTwo, player_one: playerOne }),
    ({ player_one, player_two }) => ({ type: 'GameStarted', playerOne: player_one, playerTwo: player_two }),
  ],
  MoveMade: [({ player, column }) => ({ player, column }), ({ player, column }) => ({ type: 'MoveMade', player, column })],
  GameFinished: [({ result }) => ({ result }), ({ result }) => ({ type: 'GameFinished', result })],
};

export class GameRepository implements Repository {
  constructor(private readonly client: EventStoreDBClient) {}

  async add(game: Game): Promise<void> {
    const events = game.uncommittedEvents.map((event): JSONEventData => {
      const [write] = mappings[event.type];
      const id = crypto.randomUUID();
      return { id, contentType: 'application/json', type: event.type, data: write(event), metadata: { gameId: game.id } };
    });
    await this.client.appendToStream(`game-${game.id}`, events);
    game.commit();
  }

  async get(gameId: string): Promise<Game> {
    const game = new Game(gameId);
    const history: GameEvent[] = [];
    for await (const { event } of this.client.readStream(`game-${gameId}`)) {
      const { type, data } = event as JSONRecordedEvent;
      history.push(mappings[type as GameEvent['type']][1](data as Stored));
    }
    game.loadFromHistory(history);
    return game;
  }
}
