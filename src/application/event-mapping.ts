import * as v from 'valibot';
import { streamOf } from '../domain/aggregate.ts';
import { columns } from '../domain/connect-four/board.ts';
import { connectFour } from '../domain/connect-four/connect-four.ts';
import type { GameEvent } from '../domain/connect-four/events.ts';
import { results } from '../domain/connect-four/result.ts';
import { jsonDataOf, jsonEvent, type NewEvent } from '../eventstore/events.ts';

/**
 * The wire contract, which is the tutorial's byte for byte: a game begun by its Python code can be
 * continued here, and the other way round.
 */
const recordedEvent = v.variant('type', [
  v.object({ type: v.literal('GameStarted'), data: v.object({ player_one: v.string(), player_two: v.string() }) }),
  v.object({ type: v.literal('MoveMade'), data: v.object({ player: v.string(), column: v.picklist(columns) }) }),
  v.object({ type: v.literal('GameFinished'), data: v.object({ result: v.picklist(results) }) }),
]);

export function gameStream(gameId: string): string {
  return streamOf(connectFour, gameId);
}

export function toNewEvent(event: GameEvent): NewEvent {
  switch (event.type) {
    case 'GameStarted':
      return jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } });
    case 'MoveMade':
      return jsonEvent({ type: event.type, data: { player: event.player, column: event.column } });
    case 'GameFinished':
      return jsonEvent({ type: event.type, data: { result: event.result } });
  }
}

/** Throws a sentence for an event that is none of the game's, or whose data is not as the contract says. */
export function toGameEvent(recorded: NewEvent): GameEvent {
  const parsed = v.safeParse(recordedEvent, { type: recorded.type, data: jsonDataOf(recorded) });
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'event'}: ${issue.message}`).join('; ');
    throw new Error(`A “${recorded.type}” in a game’s stream can’t be read (${problems}).`);
  }
  const { output } = parsed;
  switch (output.type) {
    case 'GameStarted':
      return { type: output.type, playerOne: output.data.player_one, playerTwo: output.data.player_two };
    case 'MoveMade':
      return { type: output.type, ...output.data };
    case 'GameFinished':
      return { type: output.type, ...output.data };
  }
}
