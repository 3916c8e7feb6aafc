import { thrownText } from '../../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../../src/course/judgement.ts';
import { contentOf, memberNamed } from '../../../../src/course/observation/observed.ts';
import { membersOf, type Seen } from '../../../../src/course/observation/seen.ts';
import { inGame } from '../../../01-start-game/steps/game.ts';
import type { Ends } from '../drawn.ts';

/** Whether the result comes out of the event: games that were started and told of their end, and of no move. */
export function judgeForetold(seen: Seen<'final' | 'foretold'>, { games }: Ends): NotYet | undefined {
  for (const [index, game] of games.slice(0, 3).entries()) {
    const [, , , applied] = seen.outcomes('foretold').slice(4 * index);
    if (applied?.kind === 'threw') {
      return notYet('apply-refuses', {
        headline: `A game that was started and told of its end could not \`${seen.words.member('apply')}\` that: ${thrownText(applied.thrown, seen.words)}`,
        why: 'What is in the history has happened, whatever the rules are today; constraints belong in the command, and `apply` takes each event as it is.',
        ...thrownAt(seen, applied.thrown, inGame('apply')),
      });
    }
    const found = memberNamed(membersOf(applied), 'result');
    const wanted = memberNamed(membersOf(seen.outcomes('final')[index]), 'result');
    if (wanted === undefined || (found !== undefined && contentOf(found) === contentOf(wanted))) continue;
    const shown = found === undefined ? seen.words.nothing : seen.words.observed(found);
    return notYet('result-worked-out', {
      headline: `A game was told of a start and of an end with \`${game.result}\`, and its \`${seen.words.member('result')}\` is ${shown}.`,
      why: 'How a game ended is what its `GameFinished` says, and not worked out anew from a board: rules may change, what has happened doesn’t.',
      ...seen.at(inGame('apply', 'assigns:result', 'calls:getResult'), inGame('apply')),
    });
  }
  return undefined;
}
