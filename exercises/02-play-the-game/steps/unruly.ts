import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { boardIn, heightsOf } from './board.ts';
import type { FirstMoves } from './drawn.ts';

/**
 * Whether `apply` takes a history that the rules of today would have refused, here two moves in the other order: it may be
 * older than the rules.
 */
export function judgeUnruly(seen: Seen<'unruly'>, { players, column, elsewhere }: FirstMoves): NotYet | undefined {
  const what = `a move of ${players[1]}’s that came first`;
  const why =
    'A history may be older than the rule that would refuse it, and it has happened all the same: constraints belong in the command, and `apply` takes each event as it is.';
  const thrown = seen.thrown('unruly');
  const apply = seen.words.member('apply');
  if (thrown !== undefined) {
    return notYet('apply-refuses', {
      headline: `A game could not \`${apply}\` ${what}: ${thrownText(thrown, seen.words)}`,
      why,
      ...thrownAt(seen, thrown, inGame('apply')),
    });
  }
  const heights = heightsOf(boardIn(seen.members('unruly')) ?? {});
  if (heights[column] === 1 && heights[elsewhere] === 1) return undefined;
  const lacking = heights[column] === 1 ? elsewhere : column;
  return notYet('apply-refuses', {
    headline: `A game was told of ${what}, and of one of ${players[0]}’s after it; now column ${lacking} holds ${heights[lacking] === 0 ? 'no token' : `${heights[lacking]} tokens`}, and not one.`,
    why,
    ...seen.at(inGame('apply')),
  });
}
