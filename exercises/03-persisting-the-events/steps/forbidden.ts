import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { isCrash } from '../../../src/course/judging/refusal.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { call, value } from '../../../src/course/scenario.ts';
import type { Operation } from '../../../src/learner/protocol.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { wantedMove } from '../../02-play-the-game/steps/game.ts';
import type { Kept } from './drawn.ts';
import { storedOf } from './stored.ts';
import { besideStored, story } from './wire.ts';

interface Forbidden {
  /** What it is called in a sentence. */
  readonly what: string;
  readonly member: 'makeMove' | 'startGame';
  readonly operation: Operation;
}

/** What nobody may do in games that come from the store, for each player and each constraint. */
export function forbiddenIn({ players, stranger, crowded, over }: Kept): readonly Forbidden[] {
  const [one, two] = players;
  const inCrowded = (player: string, column: string) => call('crowded', 'makeMove', wantedMove(player, column));
  return [
    {
      what: `A seventh token into column ${crowded.full} of a stored game`,
      member: 'makeMove',
      operation: moveIn(crowded.id, one, crowded.full),
    },
    {
      what: `A move by ${two} in a stored game in which it is ${one}’s turn`,
      member: 'makeMove',
      operation: inCrowded(two, crowded.open),
    },
    {
      what: `A move by ${stranger} in a stored game of ${players.join(' and ')}`,
      member: 'makeMove',
      operation: inCrowded(stranger, crowded.open),
    },
    {
      what: `A second \`startGame\` of a stored game`,
      member: 'startGame',
      operation: call('crowded', 'startGame', value(stranger), value(one)),
    },
    {
      what: 'A move in a stored game that is over',
      member: 'makeMove',
      operation: moveIn(over.id, one, crowded.open),
    },
    {
      what: 'A move in a game that nobody has started',
      member: 'makeMove',
      operation: call('unstarted', 'makeMove', wantedMove(one, crowded.open)),
    },
  ];
}

/** A constraint is only worth something when it is checked against the whole history. */
export function judgeRefused(seen: Seen<'refused'>, drawn: Kept): NotYet | undefined {
  const { players, crowded } = drawn;
  const forbidden = forbiddenIn(drawn);
  const stored = storedOf(seen, crowded.id) ?? [];
  const expected = story(players, crowded.moves);
  const outcomes = seen.outcomes('refused');
  const accepted = forbidden.find((_, index) => outcomes[index]?.kind === 'returned');
  if (accepted !== undefined || stored.length !== expected.length) {
    const told = {
      headline: `${accepted?.what ?? 'A command in a stored game'} was ${accepted === undefined ? 'refused and stored all the same' : 'not refused'}.`,
      why: 'Nothing can be taken out of a stream again: a constraint has to hold against everything that was stored before, so a command must see all of it.',
      ...seen.at(inGame(accepted?.member ?? 'makeMove')),
    };
    return notYet('refused-move-stored', besideStored(told, expected, stored));
  }
  for (const [index, { what, member }] of forbidden.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind !== 'threw' || outcome.thrown.origin === 'learner') continue;
    const text = thrownText(outcome.thrown, seen.words);
    const at = thrownAt(seen, outcome.thrown, inGame(member));
    if (isCrash(outcome.thrown)) {
      return notYet('broke-instead-of-refusing', {
        headline: `${what} broke your code: ${text}`,
        why: 'Nothing was stored, but only by accident: ask for the condition first, and refuse with an error of your own, as in exercises 1 and 2.',
        ...at,
      });
    }
    return notYet('refused-without-name', {
      headline: `${what} was refused with ${text}`,
      why: `Who plays at a keyboard needs to tell a refusal, which changes nothing, from a store that could not be reached: ${seen.words.raise} an error with a name of its own, as in exercises 1 and 2.`,
      ...at,
    });
  }
  return undefined;
}

function moveIn(id: string, player: string, column: string): Operation {
  return call('app', 'makeMove', value(id), wantedMove(player, column));
}
