import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';
const events = 'src/connect_four/domain/events.py';
const board = 'src/connect_four/domain/board.py';

const finishing = 'self._process(GameFinished(result))';

/** Mistakes that steps 2.4 and 2.5 have to tell. */
export const ends: readonly Mistake[] = [
  {
    name: 'finish-denied',
    step: '2.4',
    edits: [{ file: game, was: 'return self.result is not None', becomes: 'return self.result is GameResult.TIED' }],
  },
  { name: 'finish-missing', step: '2.4', edits: [{ file: game, was: 'self._finish_if_over()', becomes: '' }] },
  {
    name: 'finish-not-applied',
    step: '2.4',
    edits: [
      {
        file: game,
        was: `
          case GameFinished():
              self.result = event.result
              self.next_player = None`,
        becomes: '',
      },
      {
        file: game,
        was: 'if self.is_finished:',
        becomes: 'if self.events and isinstance(self.events[-1], GameFinished):',
      },
    ],
  },
  {
    name: 'finish-without-result',
    step: '2.4',
    edits: [
      { file: events, was: 'result: GameResult', becomes: '' },
      { file: game, was: finishing, becomes: 'self._process(GameFinished())' },
      { file: game, was: 'self.result = event.result', becomes: 'self.result = self._board.get_result()' },
    ],
  },
  {
    name: 'finished-twice',
    step: '2.4',
    edits: [
      {
        file: game,
        was: finishing,
        becomes: `
          ${finishing}
          ${finishing}`,
      },
    ],
  },
  {
    name: 'result-without-event',
    step: '2.4',
    edits: [{ file: game, was: finishing, becomes: 'self.result = result' }],
  },
  {
    name: 'result-worked-out',
    step: '2.4',
    edits: [{ file: game, was: 'self.result = event.result', becomes: 'self.result = self._board.get_result()' }],
  },
  {
    name: 'tie-forgotten',
    step: '2.4',
    edits: [{ file: game, was: 'if result is not None:', becomes: 'if result not in (None, GameResult.TIED):' }],
  },
  {
    name: 'turn-passed-after-end',
    step: '2.4',
    edits: [
      { file: game, was: 'self.result = event.result\nself.next_player = None', becomes: 'self.result = event.result' },
    ],
  },
  {
    name: 'wrong-result',
    step: '2.4',
    edits: [
      {
        file: game,
        was: finishing,
        becomes: `
          other = {
              GameResult.PLAYER_ONE_WON: GameResult.PLAYER_TWO_WON,
              GameResult.PLAYER_TWO_WON: GameResult.PLAYER_ONE_WON,
          }
          self._process(GameFinished(other.get(result, result)))`,
      },
    ],
  },
  {
    name: 'wrong-result-in-state',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'self.result = event.result',
        becomes: `
          is_first = event.result is GameResult.PLAYER_ONE_WON
          self.result = GameResult.PLAYER_TWO_WON if is_first else event.result`,
      },
    ],
  },
  {
    name: 'started-after-the-end',
    toldAs: 'started-again',
    step: '2.4',
    edits: [{ file: game, was: 'if self.has_started:', becomes: 'if self.has_started and not self.is_finished:' }],
  },
  {
    name: 'win-called-tie',
    step: '2.5',
    edits: [
      {
        file: game,
        was: 'result = self._board.get_result()',
        becomes: `
          is_full = not any(self._board.has_room_in_column(column) for column in Column)
          result = GameResult.TIED if is_full else self._board.get_result()`,
      },
    ],
  },
  {
    name: 'wrong-winner',
    step: '2.5',
    edits: [
      {
        file: game,
        was: finishing,
        becomes: `
          is_long = result is GameResult.PLAYER_TWO_WON and len(self.events) > 40
          self._process(GameFinished(GameResult.PLAYER_ONE_WON if is_long else result))`,
      },
    ],
  },
  {
    name: 'history-incomplete',
    step: '2.5',
    edits: [
      {
        file: game,
        was: 'if result is not None:',
        becomes: 'if result is not None and not (result is GameResult.PLAYER_TWO_WON and len(self.events) > 40):',
      },
    ],
  },
  {
    name: 'falling-diagonal-unseen',
    toldAs: 'history-incomplete',
    step: '2.5',
    edits: [{ file: board, was: ', (1, -1)]', becomes: ']' }],
  },
];
