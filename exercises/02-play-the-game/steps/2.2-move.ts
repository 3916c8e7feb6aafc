import { step } from '../../../src/course/exercise.ts';
import { createGame, look, read, replay } from '../../../src/course/scenario.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { boardIn } from './board.ts';
import { gameFile, move, playerOne, playerTwo, startGame } from './game.ts';
import { judgeMoveApplied } from './move-applied.ts';
import { judgeMoveRecorded } from './move-recorded.ts';
import { judgeReplay } from './replayed.ts';

export const makeMove = step({
  number: '2.2',
  title: 'Make a move',
  place: { file: gameFile, member: 'makeMove' },
  scenario: {
    made: createGame('game'),
    other: createGame('other'),
    started: startGame('game'),
    method: look('game', 'makeMove'),
    before: read('game'),
    moved: move('game', playerOne, 'D'),
    after: read('game'),
    answered: move('game', playerTwo, 'D'),
    later: read('game'),
    untouched: read('other'),
    fresh: createGame('fresh'),
    again: replay('game', 'fresh', 3),
    rebuilt: read('fresh'),
  },
  mayThrow: ['moved', 'answered', 'again'],
  judge: (seen) => {
    const wrong = judgeMoveRecorded(seen) ?? judgeMoveApplied(seen);
    if (wrong !== undefined) return wrong;
    if (Object.values(boardIn(seen, 'untouched') ?? {}).some((tokens) => tokens.length > 0)) {
      return notYet('board-shared', {
        headline: 'A move in one game also put a token on the board of another.',
        why: 'Each aggregate is a world of its own, made from its own events; make the `Board` inside the object, for each new `Game` a new one.',
        ...lineOf(seen.files, gameFile, undefined, /\bnew\s+Board\b/),
      });
    }
    return judgeReplay(seen, { live: 'later', rebuilt: 'rebuilt', replay: 'again' }) ?? passed;
  },
  hints: [
    'Do it as `startGame` does: the command makes an event and hands it to `processEvent`. Who moved, and where, is all that anybody will ever have to know.',
    'Give `MoveMade` (in events.ts) a `player` and a `column`. `apply` gets a `case` for it, which drops the token with `this._board.addMove` and passes the turn.',
    "In `makeMove`: `this.processEvent({ type: 'MoveMade', player: move.player, column: move.column });`. In `apply`: `this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');`, and then `this.nextPlayer` becomes the other one.",
  ],
  afterwards:
    'Your event holds two facts, who and where, and everything else follows from them: colour, row, whose turn it is. What can be worked out need not be remembered.',
});
