import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { EventText, NotYet } from '../../../src/course/judgement.ts';
import { isAbsent, stringOf } from '../../../src/course/observation/observed.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { callAndLook, value } from '../../../src/course/scenario.ts';
import type { CodePattern, CodePlace, Words } from '../../../src/learner/language.ts';
import type { Look, Member, Observed, Operation } from '../../../src/learner/protocol.ts';
import type { Players } from './players.ts';

export const playerMembers = ['playerOne', 'playerTwo'] as const;

/** A place in the aggregate. */
export function inGame(member = 'Game', ...pattern: readonly CodePattern[]): CodePlace {
  return { module: 'domain/game', member, ...(pattern.length > 0 && { pattern }) };
}

/** A place in the module of the events. */
export function inEvents(member: string): CodePlace {
  return { module: 'domain/events', member };
}

/** Where the code sets who plays. */
export const settingPlayers = playerMembers.map((name): CodePattern => `assigns:${name}`);

export function startGame(on: string, players: Players, ...looks: readonly (string | Look)[]): Operation {
  return callAndLook(on, 'startGame', players.map(value), ...looks);
}

/** `startGame("Ada", "Grace")` */
export function startText(players: Players, words: Words): string {
  return words.call(
    'startGame',
    players.map((name) => words.value(name)),
  );
}

export function gameStarted([playerOne, playerTwo]: Players, words: Words): EventText {
  const fields = [
    { name: words.member('playerOne'), value: words.value(playerOne) },
    { name: words.member('playerTwo'), value: words.value(playerTwo) },
  ];
  return { type: 'GameStarted', fields };
}

/** Who plays, as one look showed it: what is not there, or says that there is nobody, is undefined. */
export function playersIn(members: readonly Member[]): readonly [Observed | undefined, Observed | undefined] {
  const player = (name: string) => {
    const found = members.find((each) => each.name === name) ?? members.find((each) => isSpelled(each.name, name));
    return found === undefined || isNobody(found.value) ? undefined : found.value;
  };
  return [player('playerOne'), player('playerTwo')];
}

export function hasNoPlayers(members: readonly Member[]): boolean {
  return playersIn(members).every((player) => player === undefined);
}

export function arePlayers(members: readonly Member[], players: Players): boolean {
  return playersIn(members).every((player, turn) => stringOf(player) === players[turn]);
}

/** `"Ada" against nobody` */
export function playersText(members: readonly Member[], words: Words): string {
  return playersIn(members)
    .map((player) => (player === undefined ? 'nobody' : words.observed(player)))
    .join(' against ');
}

/** Anything that names no one: the language’s own words for nothing, and what has neither text nor number in it. */
export function isNobody(found: Observed): boolean {
  if (isAbsent(found) || found.kind === 'other') return true;
  if (found.kind === 'boolean') return !found.value;
  if (found.kind === 'string') return found.value === '';
  if (found.kind === 'list' || found.kind === 'set') return found.items.every(isNobody);
  return (
    found.kind === 'object' && found.fields.every((field) => isNobody(field.value) || field.value.kind === 'boolean')
  );
}

/** A command or `apply` that had not done its work when it came back. */
export function doneTooLate<Label extends string>(seen: Seen<Label>, call: string, member: string): NotYet {
  return notYet('done-too-late', {
    headline: `When \`${call}\` came back, nothing had changed yet; a moment later it had.`,
    why: `Whoever calls it goes on at once, and would meet the game of before: let it do its work before it returns, without promises and timers.`,
    ...seen.at(inGame(member)),
  });
}

function isSpelled(name: string, wanted: string): boolean {
  return name.replaceAll('_', '').toLowerCase() === wanted.toLowerCase();
}
