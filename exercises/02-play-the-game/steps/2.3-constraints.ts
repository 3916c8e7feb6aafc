import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { call, createGame, read, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { passed } from '../../../src/course/telling.ts';
import { gameFile, move, moves, playerOfTurn, playerOne, playerTwo, startGame, story } from './game.ts';
import { judgeFairMoves, judgeRefusal } from './refused.ts';

export const constraints = step({
  number: '2.3',
  title: 'What must not happen',
  place: { file: gameFile, member: 'makeMove' },
  scenario: {
    full: createGame('full'),
    startedFull: startGame('full'),
    filling: moves('full', 'AAAAAA'),
    filled: read('full'),
    seventh: move('full', playerOne, 'A'),
    afterSeventh: read('full'),
    waiting: createGame('waiting'),
    beforeStart: read('waiting'),
    tooSoon: move('waiting', playerOne, 'A'),
    afterTooSoon: read('waiting'),
    turns: createGame('turns'),
    startedTurns: startGame('turns'),
    first: move('turns', playerOne, 'A'),
    once: read('turns'),
    again: move('turns', playerOne, 'B'),
    afterAgain: read('turns'),
    stranger: move('turns', 'Linus', 'C'),
    afterStranger: read('turns'),
    restart: call('turns', 'startGame', value('Linus'), value('Margaret')),
    afterRestart: read('turns'),
    answer: move('turns', playerTwo, 'D'),
  },
  mayThrow: ['filling', 'seventh', 'tooSoon', 'first', 'again', 'stranger', 'restart', 'answer'],
  judge: (seen) =>
    judgeFilling(seen) ??
    judgeRefusal(seen, {
      before: 'filled',
      attempt: 'seventh',
      after: 'afterSeventh',
      accepted: 'full-column-accepted',
      tried: 'A seventh token into column A',
      because: 'There are only six holes in a column',
      history: story('AAAAAA'),
    }) ??
    judgeRefusal(seen, {
      before: 'beforeStart',
      attempt: 'tooSoon',
      after: 'afterTooSoon',
      accepted: 'move-before-start-accepted',
      tried: 'A move in a game that nobody has started',
      because: 'The history would begin in the middle, without a `GameStarted` that says who plays',
      history: [],
    }) ??
    judgeRefusal(seen, {
      before: 'once',
      attempt: 'again',
      after: 'afterAgain',
      accepted: 'move-out-of-turn-accepted',
      tried: `A second move in a row by ${playerOne}`,
      because: `It is ${playerTwo}’s turn`,
      history: story('A'),
    }) ??
    judgeRefusal(seen, {
      before: 'once',
      attempt: 'stranger',
      after: 'afterStranger',
      accepted: 'stranger-accepted',
      tried: 'A move by Linus in a game of Ada and Grace',
      because: 'Linus doesn’t play in this game',
      history: story('A'),
    }) ??
    judgeRefusal(seen, {
      command: 'startGame',
      before: 'once',
      attempt: 'restart',
      after: 'afterRestart',
      accepted: 'started-again',
      tried: 'A second start, in the middle of a game,',
      because: 'Two `GameStarted` in one stream tell a story that can’t have happened',
      history: story('A'),
    }) ??
    judgeFair(seen) ??
    passed,
  hints: [
    'A command may look at the state before it says that something has happened. What does the state know about columns, turns and the start?',
    'The board answers `this._board.hasRoomInColumn(move.column)`. For the other two there are `this.hasStarted` and `this.nextPlayer`.',
    'Begin `makeMove` with three lines like `if (!this._board.hasRoomInColumn(move.column)) throw new InvalidMoveError(…);`, one each for a game that hasn’t started and for a player whose turn it isn’t, and the event after them.',
  ],
  afterwards:
    'You drew the line between deciding and remembering: `makeMove` asks whether something may happen, `apply` never does. That is why an old history can always be replayed, even when the rules have become stricter.',
});

type Fair = Seen<'filling' | 'first' | 'answer'>;

/** All six of a column have to fit before the seventh can be one too many. */
function judgeFilling(seen: Fair): NotYet | undefined {
  return judgeFairMoves(seen, 'filling', (turn) => `Token ${turn + 1} into column A, by ${playerOfTurn(turn)},`);
}

function judgeFair(seen: Fair): NotYet | undefined {
  return judgeFairMoves(seen, 'answer', () => `${playerTwo}’s move, after ${playerOne} had tried to move twice,`);
}
