import { notYet } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../../src/course/judgement.ts';
import { memberNamed, truthOf } from '../../../../src/course/observation/observed.ts';
import type { Seen } from '../../../../src/course/observation/seen.ts';
import type { Member } from '../../../../src/learner/protocol.ts';
import { arePlayers, doneTooLate, inGame, isNobody, playersText } from '../../../01-start-game/steps/game.ts';
import type { Players } from '../../../01-start-game/steps/players.ts';
import { boardIn, wrongColumn } from '../board.ts';
import type { WholeGame } from '../drawn-games.ts';
import { moveText, nextPlayerIn, playerOfTurn } from '../game.ts';
import { falseText } from './result.ts';

interface Over {
  readonly game: WholeGame;
  readonly players: Players;
  /** The game right when its last move came back. */
  readonly members: readonly Member[];
  /** The same a while later. */
  readonly later: readonly Member[];
}

/** What is wrong with the state of a game that is over; undefined when it is what its events say. */
export function judgeEndState(seen: Seen, over: Over): NotYet | undefined {
  return judgeResult(seen, over) ?? judgeRest(seen, over) ?? judgeBoard(seen, over);
}

function judgeResult(seen: Seen, { game, players, members, later }: Over): NotYet | undefined {
  const { words } = seen;
  const name = words.member('result');
  const result = memberNamed(members, 'result');
  if (result === undefined || isNobody(result)) {
    const known = memberNamed(later, 'result');
    const turn = game.moves.length - 1;
    if (known !== undefined && !isNobody(known))
      return doneTooLate(seen, moveText(playerOfTurn(players, turn), game.moves[turn] ?? '', words), 'makeMove');
    return notYet('finish-not-applied', {
      headline: `\`GameFinished\` was recorded, and your game still has no \`${name}\`.`,
      why: 'History says that it is over and the state doesn’t know: `apply` has to take the result out of the event, as it does with every other event.',
      ...seen.at(inGame('apply')),
    });
  }
  if (falseText(result, game.result, players) === undefined) return undefined;
  return notYet('wrong-result-in-state', {
    headline: `A game ended with \`${game.result}\`, and its \`${name}\` is ${words.observed(result)}.`,
    why: 'State is whatever the events say, nothing else: let `apply` take the result from the event.',
    ...seen.at(inGame('apply', 'assigns:result'), inGame('apply')),
  });
}

function judgeRest(seen: Seen, { players, members }: Over): NotYet | undefined {
  const { words } = seen;
  const isFinished = memberNamed(members, 'isFinished');
  if (isFinished !== undefined && truthOf(isFinished) === false) {
    return notYet('finish-denied', {
      headline: `\`GameFinished\` was recorded, and \`${words.member('isFinished')}\` is ${words.observed(isFinished)}.`,
      why: 'Whoever plays this game asks `isFinished` whether to go on; it has to follow from the same event as the result does.',
      ...seen.at(inGame('isFinished')),
    });
  }
  const next = nextPlayerIn(members, words);
  if (next !== undefined) {
    return notYet('turn-passed-after-end', {
      headline: `The game is over, and \`${words.member('nextPlayer')}\` is still ${next}.`,
      why: 'A `GameFinished` means that it is nobody’s turn any more: say so when it is applied, so that a rebuilt game knows it as well.',
      ...seen.at(inGame('apply', 'mentions:GameFinished', 'assigns:result'), inGame('apply')),
    });
  }
  if (arePlayers(members, players)) return undefined;
  return notYet('players-changed', {
    headline: `After its end the game is ${playersText(members, words)}, in this order.`,
    why: `The \`GameStarted\` said ${players.join(' and ')}, and no other event says anything else: who plays stays as it is.`,
    ...seen.at(inGame('apply', 'assigns:playerOne', 'assigns:playerTwo'), inGame('apply')),
  });
}

function judgeBoard(seen: Seen, { game, members }: Over): NotYet | undefined {
  const wrong = wrongColumn(boardIn(members) ?? {}, game.moves, seen.words);
  if (wrong === undefined) return undefined;
  return notYet('board-wrong', {
    headline: `At the end column ${wrong.column} holds ${wrong.found}; by the moves it should be ${wrong.expected}.`,
    why: 'The board is nothing but what the events add up to: each `MoveMade` is one token, in its column, of its player’s colour.',
    ...seen.at(inGame('apply', 'calls:addMove'), inGame('apply')),
  });
}
