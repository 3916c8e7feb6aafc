import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  callAndLook,
  copyEvent,
  createGame,
  kept,
  look,
  noted,
  read,
  replay,
  silence,
  watch,
} from '../../../src/course/scenario.ts';
import { drawPlayers } from '../../01-start-game/steps/players.ts';
import type { FirstMoves } from './drawn.ts';
import { drawColumns } from './drawn-games.ts';
import { eventsIn, move, start } from './game.ts';
import { judgeMoveApplied } from './moves/move-applied.ts';
import { judgeMoveRecorded } from './moves/move-recorded.ts';
import { judgeMoveSaid } from './moves/move-said.ts';
import { judgeReplay } from './replayed.ts';
import { judgeUnruly } from './unruly.ts';

export const makeMove = step({
  number: '2.2',
  title: 'Make a move',
  place: { module: 'domain/game', member: 'makeMove' },
  draw: (draw): FirstMoves => {
    const [column = '', otherColumn = '', elsewhere = ''] = drawColumns(draw, 3);
    return { players: drawPlayers(draw), column, otherColumn, elsewhere };
  },
  scenario: ({ players, column, otherColumn, elsewhere }) => ({
    made: ['game', 'twin', 'other', 'elsewhere', 'probe', 'fresh', 'unruly'].map((name) => createGame(name)),
    unstarted: [read('fresh'), read('unruly')],
    started: ['game', 'twin', 'other', 'elsewhere', 'probe'].map((name) => start(name, players)),
    method: look('game', 'makeMove'),
    before: read('game'),
    moved: move('game', players[0], column, 'game', 'twin'),
    after: read('game'),
    movedTwin: move('twin', players[0], column, 'twin'),
    answered: move('game', players[1], column, 'game', 'twin'),
    later: read('game'),
    twin: read('twin'),
    movedOther: move('other', players[0], otherColumn),
    other: read('other'),
    movedElsewhere: [move('elsewhere', players[0], elsewhere), move('elsewhere', players[1], column)],
    elsewhere: read('elsewhere'),
    watched: watch('probe', 'nextPlayer'),
    silenced: silence('probe', 'apply'),
    unprobed: read('probe'),
    probed: move('probe', players[0], column, 'probe'),
    noted: noted('probe'),
    again: replay('game', 'fresh', 3),
    rebuilt: read('fresh'),
    copies: [0, 2, 1].map((index) => copyEvent(`elsewhere/${index}`, 'elsewhere', index)),
    unruly: [0, 2, 1].map((index) => callAndLook('unruly', 'apply', [kept(`elsewhere/${index}`)], 'unruly')),
  }),
  mayThrow: [
    'moved',
    'movedTwin',
    'answered',
    'movedOther',
    'movedElsewhere',
    'silenced',
    'probed',
    'again',
    'copies',
    'unruly',
  ],
  judge: (seen, drawn) =>
    judgeMoveRecorded(seen, drawn) ??
    judgeMoveSaid(seen, drawn) ??
    judgeMoveApplied(seen, drawn) ??
    judgeReplay(seen, {
      replay: 'again',
      rebuilt: 'rebuilt',
      unstarted: 'unstarted',
      lives: (['before', 'moved', 'answered'] as const).map((label) => seen.members(label)),
      events: eventsIn(seen.members('later')),
    }) ??
    judgeUnruly(seen, drawn) ??
    passed,
  hints: [
    'Do it as `startGame` does: the command makes an event and hands it to `processEvent`. Who moved, and where, is all that anybody will ever have to know.',
    {
      typescript:
        'Give `MoveMade` (in events.ts) a `player` and a `column`. `apply` gets a `case` for it, which drops the token with `this._board.addMove` and passes the turn.',
      python:
        'Give `MoveMade` (in events.py) a `player` and a `column`. `apply` gets a `case MoveMade():`, which drops the token with `self._board.add_move` and passes the turn.',
    },
    {
      typescript:
        "In `makeMove`: `this.processEvent({ type: 'MoveMade', player: move.player, column: move.column });`. In `apply`: `this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');`, and then `this.nextPlayer` becomes the other one.",
      python:
        'In `make_move`: `self._process(MoveMade(move.player, move.column))`. In `apply`: `self._board.add_move(event.column, Token.RED if event.player == self.player_one else Token.YELLOW)`, and then `self.next_player` becomes the other one.',
    },
  ],
  afterwards:
    'Your event holds two facts, who and where, and everything else follows from them: colour, row, whose turn it is. What can be worked out need not be remembered.',
});
