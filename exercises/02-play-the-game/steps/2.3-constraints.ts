import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { createGame } from '../../../src/course/scenario.ts';
import { drawNames } from '../../01-start-game/steps/players.ts';
import { beforeStart, fillingUp, takingTurns } from './constraints.ts';
import type { Constrained } from './drawn.ts';
import { drawColumns } from './drawn-games.ts';
import { start } from './game.ts';
import { judgeScript, script } from './script.ts';

export const constraints = step({
  number: '2.3',
  title: 'What must not happen',
  place: { module: 'domain/game', member: 'makeMove' },
  draw: (draw): Constrained => {
    const [a = '', b = '', c = '', d = ''] = drawNames(draw, 4);
    const [one = '', two = '', three = '', four = ''] = drawColumns(draw, 4);
    return { players: [a, b], others: [c, d], columns: [one, two, three, four] };
  },
  scenario: (drawn) => ({
    made: ['full', 'waiting', 'turns'].map((name) => createGame(name)),
    startedFull: start('full', drawn.players),
    full: script('full', fillingUp(drawn)),
    waiting: script('waiting', beforeStart(drawn)),
    startedWaiting: start('waiting', drawn.players),
    startedTurns: start('turns', drawn.players),
    turns: script('turns', takingTurns(drawn)),
  }),
  mayThrow: ['full', 'waiting', 'turns'],
  judge: (seen, drawn) => {
    const story = { players: drawn.players, moves: '' };
    return (
      judgeScript(seen, 'full', fillingUp(drawn), story) ??
      judgeScript(seen, 'waiting', beforeStart(drawn), story) ??
      judgeScript(seen, 'turns', takingTurns(drawn), story) ??
      passed
    );
  },
  hints: [
    'A command may look at the state before it says that something has happened. What does the state know about columns, turns and the start?',
    {
      typescript:
        'The board answers `this._board.hasRoomInColumn(move.column)`. For the other two there are `this.hasStarted` and `this.nextPlayer`.',
      python:
        'The board answers `self._board.has_room_in_column(move.column)`. For the other two there are `self.has_started` and `self.next_player`.',
    },
    {
      typescript:
        'Begin `makeMove` with three lines like `if (!this._board.hasRoomInColumn(move.column)) throw new InvalidMoveError(…);`, one each for a game that hasn’t started and for a player whose turn it isn’t, and the event after them.',
      python:
        'Begin `make_move` with three questions like `if not self._board.has_room_in_column(move.column):`, each with a `raise InvalidMoveError(…)` below it: one each for a game that hasn’t started and for a player whose turn it isn’t, and the event after them.',
    },
  ],
  afterwards:
    'You drew the line between deciding and remembering: `makeMove` asks whether something may happen, `apply` never does. That is why an old history can always be replayed, even when the rules have become stricter.',
});
