import { compareEvents } from '../../../src/course/feedback/comparison.ts';
import type { EventText, Told } from '../../../src/course/judgement.ts';
import { memberAnywhere } from '../../../src/course/judging/members.ts';
import { memberNamed, stringOf } from '../../../src/course/observation/observed.ts';
import { eventsOf } from '../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent, stringsOf, toEventText } from '../../../src/course/observation/seen-event.ts';
import { call, callAndLook, value } from '../../../src/course/scenario.ts';
import type { Words } from '../../../src/learner/language.ts';
import type { Argument, Look, Member, Operation } from '../../../src/learner/protocol.ts';
import { isNobody } from '../../01-start-game/steps/game.ts';
import type { Players } from '../../01-start-game/steps/players.ts';
import type { Moves } from './drawn-games.ts';

/** Members that are the same in a game that was played and in one made again from its events. */
export const stateMembers = ['playerOne', 'playerTwo', 'nextPlayer', 'result', 'board'];

export function start(on: string, players: Players): Operation {
  return call(on, 'startGame', ...players.map(value));
}

export function move(on: string, player: string, column: string, ...looks: readonly (string | Look)[]): Operation {
  return callAndLook(on, 'makeMove', [wantedMove(player, column)], ...looks);
}

/** What a player wants to do, in whatever way the learner's language has it. */
export function wantedMove(player: string, column: string): Argument {
  return { record: { module: 'domain/game', name: 'Move', fields: { player, column } } };
}

/** Two players taking turns at these columns, the first one first. */
export function moves(on: string, players: Players, columns: Moves, ...looks: readonly (string | Look)[]): Operation[] {
  return [...columns].map((column, turn) => move(on, playerOfTurn(players, turn), column, ...looks));
}

/** Turns are counted from 0. */
export function playerOfTurn([one, two]: Players, turn: number): string {
  return turn % 2 === 0 ? one : two;
}

/** `makeMove({ player: "Ada", column: "D" })` */
export function moveText(player: string, column: string, words: Words): string {
  return words.call('makeMove', [words.record('Move', { player, column })]);
}

/** What should have been recorded, in the names of the course. */
export interface Story {
  readonly players: Players;
  readonly moves: Moves;
  readonly result?: string;
}

export function storyTexts({ players, moves: columns, result }: Story, words: Words): EventText[] {
  const moved = [...columns].map((column, turn) => moveMade(playerOfTurn(players, turn), column, words));
  const ended = result === undefined ? [] : [textWith('GameFinished', { result }, words)];
  return [textWith('GameStarted', { playerOne: players[0], playerTwo: players[1] }, words), ...moved, ...ended];
}

export function moveMade(player: string, column: string, words: Words): EventText {
  return textWith('MoveMade', { player, column }, words);
}

export function gameFinished(result: string, words: Words): EventText {
  return textWith('GameFinished', { result }, words);
}

/** Lays expected events beside those that were recorded, whichever names and shape their fields have. */
export function beside(told: Told, expected: readonly EventText[], actual: readonly SeenEvent[], words: Words): Told {
  return {
    ...told,
    comparison: compareEvents(
      expected,
      actual.map((event) => plainEvent(event, words)),
    ),
  };
}

export function eventsIn(members: readonly Member[]): readonly SeenEvent[] {
  return eventsOf(members) ?? [];
}

/** Whose turn it is, as text; undefined where it is nobody's. */
export function nextPlayerIn(members: readonly Member[], words: Words): string | undefined {
  const found = memberNamed(members, 'nextPlayer');
  return found === undefined || isNobody(found) ? undefined : (stringOf(found) ?? words.observed(found));
}

/** Events told apart by a code without a name are known by being unlike those before the end. */
export function isFinish(event: SeenEvent, others: readonly SeenEvent[]): boolean {
  if (event.code === undefined || event.type !== '') return isCalled(event, 'GameFinished');
  return others.every(({ code }) => code !== event.code);
}

function textWith(type: string, data: Readonly<Record<string, string>>, words: Words): EventText {
  const fields = Object.entries(data).map(([name, text]) => ({ name: words.member(name), value: words.value(text) }));
  return { type, fields };
}

const dataOf: Readonly<Record<string, readonly string[]>> = {
  GameStarted: ['playerOne', 'playerTwo'],
  MoveMade: ['player', 'column'],
  GameFinished: ['result'],
};

/** An event in the names of the course, where what it says can be told; else just as it was seen. */
function plainEvent(event: SeenEvent, words: Words): EventText {
  const type = Object.keys(dataOf).find((name) => isCalled(event, name) && event.type !== '');
  const names = dataOf[type ?? ''];
  if (type === undefined || names === undefined) return toEventText(event, words);
  const strings = stringsOf(event);
  const values = names.map((name, index) => {
    const own = stringOf(memberAnywhere(event.value, name));
    return own ?? (strings.length === names.length ? strings[index] : undefined);
  });
  if (values.includes(undefined)) return { ...toEventText(event, words), type };
  return textWith(type, Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])), words);
}
