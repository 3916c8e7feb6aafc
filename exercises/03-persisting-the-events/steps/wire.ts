import type { Json } from '../../../src/base/json.ts';
import type { StoredEvent } from '../../../src/course/check-store.ts';
import { compareEvents } from '../../../src/course/feedback/comparison.ts';
import type { EventText, Told } from '../../../src/course/judgement.ts';
import type { JsonEvent } from '../../../src/eventstore/events.ts';
import type { Players } from '../../01-start-game/steps/players.ts';
import type { Moves } from '../../02-play-the-game/steps/drawn-games.ts';
import { playerOfTurn } from '../../02-play-the-game/steps/game.ts';

/** An event as the contract of the tutorial has it, the same for every language: names and spelling count. */
export type WireEvent = JsonEvent & { readonly data: Readonly<Record<string, string>> };

export function gameStarted([player_one, player_two]: Players): WireEvent {
  return { type: 'GameStarted', data: { player_one, player_two } };
}

export function moveMade(player: string, column: string): WireEvent {
  return { type: 'MoveMade', data: { player, column } };
}

export function gameFinished(result: string): WireEvent {
  return { type: 'GameFinished', data: { result } };
}

/** A game in which two players take turns at these columns, and its end where there is one. */
export function story(players: Players, moves: Moves, result?: string): WireEvent[] {
  const moved = [...moves].map((column, turn) => moveMade(playerOfTurn(players, turn), column));
  return [gameStarted(players), ...moved, ...(result === undefined ? [] : [gameFinished(result)])];
}

export function streamOf(gameId: string): string {
  return `game-${gameId}`;
}

/** Lays what should be in a stream beside what the store really holds. */
export function besideStored(told: Told, expected: readonly WireEvent[], stored: readonly StoredEvent[]): Told {
  const exactly = (name: string) => name;
  return { ...told, comparison: compareEvents(expected.map(wireText), stored.map(storedText), exactly) };
}

function wireText({ type, data }: WireEvent): EventText {
  return { type, fields: fieldsOf(data) };
}

export function storedText({ type, data, text, contentType }: StoredEvent): EventText {
  if (isRecord(data) && contentType === 'json') return { type, fields: fieldsOf(data) };
  return { type, fields: [{ name: contentType === 'json' ? 'data' : 'bytes', value: text }] };
}

function isRecord(data: Json | undefined): data is Readonly<Record<string, Json>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function fieldsOf(data: Readonly<Record<string, Json>>): EventText['fields'] {
  return Object.entries(data).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
}
