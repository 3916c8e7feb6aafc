import { type EventData, type JSONEventType, jsonEvent, type RecordedEvent } from '@eventstore/db-client';
import type { Column } from '../domain/board';
import type { GameEvent } from '../domain/events';
import type { GameResult } from '../domain/result';

/** The events as they are stored. Programs in other languages know them by these very names. */
export type StoredEvent =
  | JSONEventType<'GameStarted', { player_one: string; player_two: string }>
  | JSONEventType<'MoveMade', { player: string; column: Column }>
  | JSONEventType<'GameFinished', { result: GameResult }>;

/** An event of ours as the store takes it. */
export function toEventData(event: GameEvent): EventData<StoredEvent> {
  switch (event.type) {
    case 'GameStarted':
      return jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } });
    case 'MoveMade':
      return jsonEvent({ type: event.type, data: { player: event.player, column: event.column } });
    case 'GameFinished':
      return jsonEvent({ type: event.type, data: { result: event.result } });
  }
}

/** An event of the store's as we know it. */
export function toGameEvent({ type, data }: RecordedEvent<StoredEvent>): GameEvent {
  switch (type) {
    case 'GameStarted':
      return { type, playerOne: data.player_one, playerTwo: data.player_two };
    case 'MoveMade':
      return { type, player: data.player, column: data.column };
    case 'GameFinished':
      return { type, result: data.result };
  }
}
