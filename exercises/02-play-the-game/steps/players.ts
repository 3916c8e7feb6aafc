import type { NotYet } from '../../../src/course/judgement.ts';
import { stringOf } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import { gameFile, playerOne, playerTwo } from './game.ts';

/** What is wrong with who plays, by one read of a game of Ada and Grace; `when` begins a sentence. */
export function judgePlayers<Label extends string>(seen: Seen<Label>, label: Label, when: string): NotYet | undefined {
  const players = ['playerOne', 'playerTwo'].map((name) => stringOf(seen.member(label, name)) ?? 'nobody');
  if (players.join() === [playerOne, playerTwo].join()) return undefined;
  return notYet('players-changed', {
    headline: `${when} the game is between ${players.join(' and ')}, in this order.`,
    why: `The \`GameStarted\` said ${playerOne} and ${playerTwo}, and no other event says anything else: who plays stays as it is, and only the turn goes round.`,
    ...lineOf(seen.files, gameFile, 'apply', /\bplayer_?One\b/i),
  });
}
