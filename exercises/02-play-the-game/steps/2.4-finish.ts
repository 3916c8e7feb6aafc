import { step } from '../../../src/course/exercise.ts';
import { createGame, read, replay } from '../../../src/course/scenario.ts';
import { passed } from '../../../src/course/telling.ts';
import { judgeTie, judgeWin } from './finished.ts';
import { gameFile, move, moves, playerOne, playerTwo, startGame, story } from './game.ts';
import { judgeRefusal } from './refused.ts';
import { judgeReplay, recordedOnReplay } from './replayed.ts';
import { tie, win } from './whole-games.ts';

export const finish = step({
  number: '2.4',
  title: 'How it ends',
  place: { file: gameFile, member: 'makeMove' },
  scenario: {
    won: createGame('won'),
    started: startGame('won'),
    before: moves('won', win.slice(0, -1)),
    nearly: read('won'),
    last: move('won', playerOne, win.slice(-1)),
    final: read('won'),
    late: move('won', playerTwo, 'C'),
    afterLate: read('won'),
    fresh: createGame('fresh'),
    again: replay('won', 'fresh', win.length + 2),
    rebuilt: read('fresh'),
    tied: createGame('tied'),
    startedTie: startGame('tied'),
    toTheTie: moves('tied', tie),
    full: read('tied'),
  },
  mayThrow: ['before', 'last', 'late', 'again', 'toTheTie'],
  judge: (seen) =>
    recordedOnReplay(seen, 'rebuilt') ??
    judgeWin(seen) ??
    judgeRefusal(seen, {
      before: 'final',
      attempt: 'late',
      after: 'afterLate',
      accepted: 'move-after-end-accepted',
      tried: 'A move after the end of the game',
      because: 'The last event said that it was over',
      history: story(win, 'PLAYER_ONE_WON'),
    }) ??
    judgeReplay(seen, { live: 'final', rebuilt: 'rebuilt', replay: 'again' }) ??
    judgeTie(seen) ??
    passed,
  hints: [
    'Nobody commands a game to end: it ends because of a move. So when is the right moment to find out?',
    'Right after the `MoveMade` was processed the board is up to date, and `this._board.getResult()` says how the game ended, or `undefined` when it goes on. The result belongs into an event of its own, in events.ts.',
    "After the `MoveMade` in `makeMove`: `const result = this._board.getResult(); if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`. In `apply`: set `this.result`, and nobody is next. Then refuse moves when `this.isFinished`.",
  ],
  afterwards:
    'One command, two events: a move was made, and with it the game was finished. Both are facts in their own right, and whoever waits for games to end need not know the rules of Connect Four.',
});
