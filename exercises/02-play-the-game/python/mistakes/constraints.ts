import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';

const full = 'raise InvalidMoveError(f"Column {move.column} is full.")';
const whenFull = `
  if not self._board.has_room_in_column(move.column):
      ${full}`;
const whenOutOfTurn = `
  if move.player != self.next_player:
      raise InvalidMoveError(f"It is the turn of {self.next_player}, not of {move.player}.")`;

/** Mistakes that step 2.3 has to tell. */
export const constraints: readonly Mistake[] = [
  {
    name: 'broke-instead-of-refusing',
    step: '2.3',
    edits: [{ file: game, was: whenFull, becomes: 'range(6)[len(self.board[move.column])]' }],
  },
  {
    name: 'fair-move-refused',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'if not self._board.has_room_in_column(move.column):',
        becomes: 'if len(self.board[move.column]) >= 5:',
      },
    ],
  },
  { name: 'full-column-accepted', step: '2.3', edits: [{ file: game, was: whenFull, becomes: '' }] },
  {
    name: 'full-for-one-player',
    toldAs: 'full-column-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'if not self._board.has_room_in_column(move.column):',
        becomes: 'if move.player == self.player_one and not self._board.has_room_in_column(move.column):',
      },
    ],
  },
  {
    name: 'move-before-start-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if not self.has_started:
              raise InvalidMoveError("This game has not started yet.")`,
        becomes: '',
      },
      {
        file: game,
        was: 'if move.player != self.next_player:',
        becomes: 'if self.next_player and move.player != self.next_player:',
      },
    ],
  },
  { name: 'move-out-of-turn-accepted', step: '2.3', edits: [{ file: game, was: whenOutOfTurn, becomes: '' }] },
  {
    name: 'recorded-before-refusing',
    step: '2.3',
    edits: [
      {
        file: game,
        was: full,
        becomes: `
          self.events.append(MoveMade(move.player, move.column))
          ${full}`,
      },
    ],
  },
  { name: 'refused-silently', step: '2.3', edits: [{ file: game, was: full, becomes: 'return' }] },
  {
    name: 'started-again',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if self.has_started:
              raise GameAlreadyStartedError("This game has already started.")`,
        becomes: '',
      },
    ],
  },
  {
    name: 'state-set-before-constraint',
    step: '2.3',
    edits: [
      {
        file: game,
        was: full,
        becomes: `
          self.next_player = self.player_two if move.player == self.player_one else self.player_one
          ${full}`,
      },
    ],
  },
  {
    name: 'stranger-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'if move.player != self.next_player:',
        becomes: 'if move.player != self.next_player and move.player in (self.player_one, self.player_two):',
      },
    ],
  },
  {
    name: 'wrong-error',
    step: '2.3',
    edits: [{ file: game, was: full, becomes: full.replace('InvalidMoveError', 'ValueError') }],
  },
];
