import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { isCrash } from '../../../src/course/judging/refusal.ts';
import { membersOf, type Seen } from '../../../src/course/observation/seen.ts';
import { call, read, value } from '../../../src/course/scenario.ts';
import type { Member, Operation, Thrown } from '../../../src/learner/protocol.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { beside, eventsIn, move, type Story, storyTexts } from './game.ts';
import type { Fair, Line } from './lines.ts';
import { judgeRefusal } from './refused.ts';

/** The commands, and all of the game before and after each. */
export function script(on: string, lines: readonly Line[]): Operation[] {
  return [read(on), ...lines.flatMap((line) => [operationOf(on, line), read(on)])];
}

/** What is wrong with what became of a course of commands in a game that was played so far. */
export function judgeScript<Label extends string>(
  seen: Seen<Label>,
  label: Label,
  lines: readonly Line[],
  story: Story,
): NotYet | undefined {
  const outcomes = seen.outcomes(label);
  let { moves } = story;
  for (const [index, line] of lines.entries()) {
    const [before, outcome, after] = outcomes.slice(2 * index, 2 * index + 3);
    if (before === undefined || outcome === undefined || after === undefined) return undefined;
    const members = { before: membersOf(before), after: membersOf(after) };
    if ('fair' in line) {
      if (outcome.kind === 'threw') return fairRefused(seen, line.fair, outcome.thrown);
      if (eventsIn(members.after).length <= eventsIn(members.before).length)
        return fairLost(seen, line, { ...story, moves }, members);
      moves += line.column;
    } else {
      const wrong = judgeRefusal(seen, line, outcome, members, storyTexts({ ...story, moves }, seen.words));
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

export function fairRefused(seen: Seen, what: string, thrown: Thrown): NotYet {
  if (isCrash(thrown)) {
    return notYet('fair-move-broke', {
      headline: `${what} broke your code: ${thrownText(thrown, seen.words)}`,
      why: 'Nobody refused this move, and it is allowed; something in your code went wrong on the way.',
      ...thrownAt(seen, thrown, inGame('makeMove')),
    });
  }
  return notYet('fair-move-refused', {
    headline: `${what} was refused: ${thrownText(thrown, seen.words)}`,
    why: 'This move is allowed, and a fact that is kept out of the history is as wrong as one that never was: ask only for what really must not be.',
    ...thrownAt(seen, thrown, inGame('makeMove', 'raises')),
  });
}

function fairLost(
  seen: Seen,
  { fair, column }: Fair,
  story: Story,
  { after }: { readonly after: readonly Member[] },
): NotYet {
  const told = {
    headline: `${fair} was neither refused nor recorded.`,
    why: 'This move is allowed, and a fact that is kept out of the history is as wrong as one that never was: record it.',
    ...seen.at(inGame('makeMove', 'returns'), inGame('makeMove')),
  };
  const expected = storyTexts({ ...story, moves: story.moves + column }, seen.words);
  return notYet('fair-move-lost', beside(told, expected, eventsIn(after), seen.words));
}

function operationOf(on: string, line: Line): Operation {
  if ('fair' in line) return move(on, line.player, line.column);
  if ('start' in line.asked) return call(on, 'startGame', ...line.asked.start.map(value));
  return move(on, line.asked.player, line.asked.column);
}
