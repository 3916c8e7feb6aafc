import { thrownText } from '../../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet, Told } from '../../../../src/course/judgement.ts';
import { writesIn } from '../../../../src/course/judging/writes.ts';
import type { Seen } from '../../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent } from '../../../../src/course/observation/seen-event.ts';
import { doneTooLate, inGame } from '../../../01-start-game/steps/game.ts';
import { boardIn, isEmpty } from '../board.ts';
import type { FirstMoves } from '../drawn.ts';
import { beside, eventsIn, isFinish, moveMade, moveText, nextPlayerIn } from '../game.ts';

export type Moving = Seen<
  | 'before'
  | 'moved'
  | 'movedTwin'
  | 'after'
  | 'answered'
  | 'later'
  | 'twin'
  | 'other'
  | 'elsewhere'
  | 'unprobed'
  | 'probed'
  | 'noted'
>;

/** The events that the first move left, and those of the first two. */
export function recordedIn(seen: Moving, label: 'moved' | 'after' | 'answered' | 'later'): readonly SeenEvent[] {
  return eventsIn(seen.members(label)).slice(eventsIn(seen.members('before')).length);
}

/** Whether the first move left one `MoveMade`, at once. */
export function judgeMoveRecorded(seen: Moving, drawn: FirstMoves): NotYet | undefined {
  const recorded = recordedIn(seen, 'after');
  const [event, second] = recorded;
  const { players, column } = drawn;
  if (event === undefined) return nothingRecorded(seen, drawn);
  if (second !== undefined) return tooMuchRecorded(seen, drawn, recorded);
  if (recordedIn(seen, 'moved').length === 0) {
    return doneTooLate(seen, moveText(players[0], column, seen.words), 'makeMove');
  }
  if (isCalled(event, 'MoveMade') && !isStart(seen, event)) return undefined;
  return told(seen, drawn, 'wrong-event-type', {
    headline: `You recorded ${event.type === '' ? 'an event that says nowhere of which kind it is' : `a \`${event.type}\``}, and a \`MoveMade\` was expected.`,
    why: 'An event is named for what has happened, and everybody who reads the stream later knows it by that name alone.',
    ...seen.at(inGame('makeMove')),
  });
}

/** Told apart by the same code as the `GameStarted` before it. */
function isStart(seen: Moving, event: SeenEvent): boolean {
  const [start] = eventsIn(seen.members('before'));
  return event.type === '' && start?.code === event.code;
}

function nothingRecorded(seen: Moving, drawn: FirstMoves): NotYet {
  const { players, column } = drawn;
  const asked = moveText(players[0], column, seen.words);
  const thrown = seen.thrown('moved');
  const { calls, writes } = seen.noted('noted');
  if (hasMoved(seen)) {
    if (calls.some(({ count }) => count > 0)) {
      return told(seen, drawn, 'applied-not-recorded', {
        headline: 'Your command applied a `MoveMade` and then forgot it.',
        why: `The token is on the board, but only what is in \`${seen.words.member('events')}\` will ever be stored: append the event as well as applying it, as \`${seen.words.member('processEvent')}\` does.`,
        ...seen.at(inGame('makeMove', 'calls:apply')),
      });
    }
    const own = writesIn(writes, 'makeMove');
    return told(seen, drawn, 'state-changed-no-event', {
      headline: `Your \`${seen.words.member('makeMove')}\` changed the game and recorded nothing.`,
      why: 'The move can be seen on the object and nowhere in its history, so it is gone with the object: record a `MoveMade`, and let `apply` change the state.',
      ...(own === undefined ? seen.at(inGame('makeMove', 'calls:addMove', 'assigns:nextPlayer')) : { at: own }),
    });
  }
  if (thrown !== undefined) {
    return notYet('move-refused', {
      headline: `\`${asked}\` ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
      why: `The game has started, it is ${players[0]}’s turn and the column is empty: nothing speaks against this move, so it should be recorded as a \`MoveMade\`.`,
      ...thrownAt(seen, thrown, inGame('makeMove')),
    });
  }
  return told(seen, drawn, 'nothing-recorded', {
    headline: `After \`${asked}\` there is no new event.`,
    why: 'The command came back as if nothing had happened; what is to be remembered of a move has to be recorded, as a `MoveMade`.',
    ...seen.at(inGame('makeMove')),
  });
}

function hasMoved(seen: Moving): boolean {
  const board = boardIn(seen.members('after'));
  const next = (label: 'before' | 'after') => nextPlayerIn(seen.members(label), seen.words);
  return (board !== undefined && !isEmpty(board)) || next('after') !== next('before');
}

function tooMuchRecorded(seen: Moving, drawn: FirstMoves, recorded: readonly SeenEvent[]): NotYet {
  const others = [...eventsIn(seen.members('before')), ...recorded.slice(0, 1)];
  if (
    recorded.slice(1).some((event) => isFinish(event, others)) ||
    recorded.some((event) => event.type !== '' && isFinish(event, []))
  ) {
    return told(seen, drawn, 'finished-too-early', {
      headline: 'The first move of a game already recorded a `GameFinished`.',
      why: `Whoever reads this history later sees a game that ended before it was played; \`${seen.words.member('getResult')}\` gives \`${seen.words.nothing}\` while a game goes on, so ask for that.`,
      ...seen.at(inGame('makeMove', 'calls:getResult')),
    });
  }
  return told(seen, drawn, 'recorded-twice', {
    headline: `One \`${seen.words.member('makeMove')}\` recorded ${recorded.length} events.`,
    why: 'One token fell, so one `MoveMade` is expected: a replay would drop a token for each of them.',
    ...seen.at(inGame('makeMove')),
  });
}

function told(seen: Moving, { players, column }: FirstMoves, mistake: string, text: Told): NotYet {
  const expected = [moveMade(players[0], column, seen.words)];
  return notYet(mistake, beside(text, expected, recordedIn(seen, 'after'), seen.words));
}
