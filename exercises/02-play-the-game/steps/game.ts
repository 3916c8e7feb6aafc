import { compareEvents } from '../../../src/course/comparison.ts';
import type { EventText, Told } from '../../../src/course/judgement.ts';
import { isAbsent, stringOf } from '../../../src/course/observed.ts';
import { call, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { fieldOf, type SeenEvent, stringsOf, toEventText } from '../../../src/course/seen-event.ts';
import type { Operation } from '../../../src/learner/protocol.ts';

export const gameFile = 'src/domain/game.ts';
export const eventsFile = 'src/domain/events.ts';

export const playerOne = 'Ada';
export const playerTwo = 'Grace';

export function startGame(on: string): Operation {
  return call(on, 'startGame', value(playerOne), value(playerTwo));
}

export function move(on: string, player: string, column: string): Operation {
  return call(on, 'makeMove', value({ player, column }));
}

/** Ada and Grace taking turns at these columns, Ada first: `ABAB`. */
export function moves(on: string, columns: string): Operation[] {
  return [...columns].map((column, turn) => move(on, playerOfTurn(turn), column));
}

/** Turns are counted from 0. */
export function playerOfTurn(turn: number): string {
  return turn % 2 === 0 ? playerOne : playerTwo;
}

export function gameStarted(): EventText {
  return textWith('GameStarted', { playerOne, playerTwo });
}

export function moveMade(player: string, column: string): EventText {
  return textWith('MoveMade', { player, column });
}

export function gameFinished(result: string): EventText {
  return textWith('GameFinished', { result });
}

/** A whole game as its events: started, moved, and finished where there is a result. */
export function story(columns: string, result?: string): EventText[] {
  const moved = [...columns].map((column, turn) => moveMade(playerOfTurn(turn), column));
  return [gameStarted(), ...moved, ...(result === undefined ? [] : [gameFinished(result)])];
}

/** Lays expected events beside those that were recorded, whichever names and shape their fields have. */
export function beside(told: Told, expected: readonly EventText[], actual: readonly SeenEvent[]): Told {
  return { ...told, comparison: compareEvents(expected, actual.map(plainEvent)) };
}

/** The words of `GameFinished` are the learner's own; these are what `Board` says, or the winner's name, or a tie. */
export function saysResult(texts: readonly string[], result: string): boolean {
  const words = texts.map((text) => text.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const named = result === 'PLAYER_ONE_WON' ? playerOne : playerTwo;
  if (result === 'TIED') return words.some((word) => /tie|draw/.test(word));
  return words.some((word) => word === result.toLowerCase().replaceAll('_', '') || word === named.toLowerCase());
}

export function nextPlayerIn<Label extends string>(seen: Seen<Label>, label: Label): string | undefined {
  return stringOf(seen.member(label, 'nextPlayer'));
}

export function hasResult<Label extends string>(seen: Seen<Label>, label: Label): boolean {
  return !isAbsent(seen.member(label, 'result'));
}

export function eventsIn<Label extends string>(seen: Seen<Label>, label: Label): readonly SeenEvent[] {
  return seen.events(label) ?? [];
}

function textWith(type: string, data: Readonly<Record<string, string>>): EventText {
  return { type, fields: Object.entries(data).map(([name, text]) => ({ name, value: JSON.stringify(text) })) };
}

const dataOf: Readonly<Record<string, readonly string[]>> = {
  GameStarted: ['playerOne', 'playerTwo'],
  MoveMade: ['player', 'column'],
  GameFinished: ['result'],
};

/** An event in the names of the course, where what it says can be told; else just as it was seen. */
function plainEvent(event: SeenEvent): EventText {
  const names = dataOf[event.type];
  if (names === undefined) return toEventText(event);
  const strings = stringsOf(event);
  const values = names.map((name, index) => {
    const own = stringOf(fieldOf(event, name));
    return own ?? (strings.length === names.length ? strings[index] : undefined);
  });
  if (values.includes(undefined)) return toEventText(event);
  return textWith(event.type, Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])));
}
