import type { EventText } from '../../../src/course/judgement.ts';
import { isAbsent } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';

export const gameFile = 'src/domain/game.ts';
export const eventsFile = 'src/domain/events.ts';

/** A command that sets the players itself, in any spelling of the two fields. */
export const playerAssignment = /\bthis\s*\.\s*[#_]?player_?(?:one|two)\s*=(?!=)/i;

export function gameStarted(playerOne: string, playerTwo: string): EventText {
  const fields = [
    { name: 'playerOne', value: JSON.stringify(playerOne) },
    { name: 'playerTwo', value: JSON.stringify(playerTwo) },
  ];
  return { type: 'GameStarted', fields };
}

/** The two players as one read showed them, undefined while there is none. */
export function playersIn<Label extends string>(
  seen: Seen<Label>,
  label: Label,
): [string | undefined, string | undefined] {
  const player = (name: string) => {
    const value = seen.member(label, name);
    return value?.kind === 'string' ? value.value : undefined;
  };
  return [player('playerOne'), player('playerTwo')];
}

export function hasNoPlayers<Label extends string>(seen: Seen<Label>, label: Label): boolean {
  return isAbsent(seen.member(label, 'playerOne')) && isAbsent(seen.member(label, 'playerTwo'));
}

export function arePlayers(
  [one, two]: readonly [string | undefined, string | undefined],
  first: string,
  second: string,
): boolean {
  return one === first && two === second;
}
