import { jsonEvent } from '@eventstore/db-client';
import { GameFinished, GameStarted, type GameEvent, MoveMade } from '../domain/events';

/** The classes’ own names and fields are the contract; whoever renames one of them has to map. */
export const toEventData = (event: GameEvent) => jsonEvent({ type: event.constructor.name, data: { ...event } });

export function toGameEvent({ type, data }: { type: string; data: any }): GameEvent {
  switch (type) {
    case 'GameStarted':
      return new GameStarted(data.player_one, data.player_two);
    case 'MoveMade':
      return new MoveMade(data.player, data.column);
    case 'GameFinished':
      return new GameFinished(data.result);
    default:
      throw new Error(`What is a ${type}?`);
  }
}
