import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';
const events = 'src/connect_four/domain/events.py';

const recording = 'self._process(MoveMade(move.player, move.column))';
const dropping = 'self._board.add_move(event.column, Token.RED if is_first else Token.YELLOW)';
const passing = 'self.next_player = self.player_two if is_first else self.player_one';
const board = 'self._board = Board()';

/** Mistakes that step 2.2 has to tell. */
export const moves: readonly Mistake[] = [
  {
    name: 'applied-not-recorded',
    step: '2.2',
    edits: [{ file: game, was: recording, becomes: 'self.apply(MoveMade(move.player, move.column))' }],
  },
  {
    name: 'applied-twice',
    step: '2.2',
    edits: [
      {
        file: game,
        was: recording,
        becomes: `
          token = Token.RED if move.player == self.player_one else Token.YELLOW
          self._board.add_move(move.column, token)
          ${recording}`,
      },
    ],
  },
  {
    name: 'apply-refuses',
    step: '2.2',
    edits: [
      {
        file: game,
        was: dropping,
        becomes: `
          if not self.events:
              raise InvalidMoveError("This game has not started yet.")
          ${dropping}`,
      },
    ],
  },
  {
    name: 'board-shared',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'def __init__(self, game_id: UUID | None = None) -> None:',
        becomes: `
          _board = Board()

          def __init__(self, game_id: UUID | None = None) -> None:`,
      },
      { file: game, was: board, becomes: '' },
    ],
  },
  {
    name: 'event-changed-later',
    step: '2.2',
    edits: [
      { file: events, was: '@dataclass(frozen=True)\nclass MoveMade:', becomes: '@dataclass\nclass MoveMade:' },
      {
        file: game,
        was: board,
        becomes: `
          ${board}
          self._move = MoveMade("", Column.A)`,
      },
      {
        file: game,
        was: recording,
        becomes: `
          self._move.player, self._move.column = move.player, move.column
          self._process(self._move)`,
      },
    ],
  },
  { name: 'move-not-on-board', step: '2.2', edits: [{ file: game, was: dropping, becomes: '' }] },
  {
    name: 'move-refused',
    step: '2.2',
    edits: [{ file: game, was: 'if not self._board.has_room', becomes: 'if self._board.has_room' }],
  },
  {
    name: 'move-without-column',
    step: '2.2',
    edits: [
      { file: events, was: 'column: Column', becomes: '' },
      {
        file: game,
        was: recording,
        becomes: `
          token = Token.RED if move.player == self.player_one else Token.YELLOW
          self._board.add_move(move.column, token)
          self._process(MoveMade(move.player))`,
      },
      { file: game, was: dropping, becomes: '' },
    ],
  },
  {
    name: 'move-without-player',
    step: '2.2',
    edits: [
      { file: events, was: 'player: str', becomes: '' },
      { file: game, was: recording, becomes: 'self._process(MoveMade(move.column))' },
      { file: game, was: 'event.player == self.player_one', becomes: 'self.next_player == self.player_one' },
    ],
  },
  {
    name: 'nothing-recorded',
    step: '2.2',
    edits: [{ file: game, was: `${recording}\nself._finish_if_over()`, becomes: '' }],
  },
  {
    name: 'recorded-not-applied',
    step: '2.2',
    edits: [{ file: game, was: recording, becomes: 'self.events.append(MoveMade(move.player, move.column))' }],
  },
  {
    name: 'recorded-twice',
    step: '2.2',
    edits: [
      {
        file: game,
        was: recording,
        becomes: `
          ${recording}
          self.events.append(MoveMade(move.player, move.column))`,
      },
    ],
  },
  {
    name: 'state-changed-no-event',
    step: '2.2',
    edits: [
      {
        file: game,
        was: recording,
        becomes: `
          is_first = move.player == self.player_one
          self._board.add_move(move.column, Token.RED if is_first else Token.YELLOW)
          ${passing}`,
      },
    ],
  },
  {
    name: 'state-set-in-command',
    step: '2.2',
    edits: [
      {
        file: game,
        was: recording,
        becomes: `
          token = Token.RED if move.player == self.player_one else Token.YELLOW
          self._board.add_move(move.column, token)
          ${recording}`,
      },
      { file: game, was: dropping, becomes: '' },
    ],
  },
  { name: 'turn-not-passed', step: '2.2', edits: [{ file: game, was: passing, becomes: '' }] },
  {
    name: 'wrong-event-type',
    step: '2.2',
    edits: [
      { file: events, was: 'class MoveMade:', becomes: 'class MakeMove:' },
      { file: events, was: '| MoveMade |', becomes: '| MakeMove |' },
      { file: game, was: 'GameStarted, MoveMade', becomes: 'GameStarted, MakeMove' },
      { file: game, was: recording, becomes: 'self._process(MakeMove(move.player, move.column))' },
      { file: game, was: 'case MoveMade():', becomes: 'case MakeMove():' },
    ],
  },
  {
    name: 'wrong-token',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'Token.RED if is_first else Token.YELLOW',
        becomes: 'Token.YELLOW if is_first else Token.RED',
      },
    ],
  },
  {
    name: 'wrong-column-in-event',
    step: '2.2',
    edits: [
      {
        file: game,
        was: recording,
        becomes: 'self._process(MoveMade(move.player, Column.A if move.column is Column.G else Column.G))',
      },
    ],
  },
  {
    name: 'moved-in-a-coroutine',
    toldAs: 'done-too-late',
    step: '2.2',
    edits: [{ file: game, was: 'def make_move', becomes: 'async def make_move' }],
  },
];
