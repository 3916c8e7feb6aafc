import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { createGame, read } from '../../../src/course/scenario.ts';
import { startGame } from './game.ts';
import { drawTwoPairs } from './players.ts';
import { judgeRefusal } from './refused.ts';

export const once = step({
  number: 'bonus',
  title: 'Only once',
  place: { module: 'domain/game', member: 'startGame' },
  draw: drawTwoPairs,
  scenario: ([players, others]) => ({
    made: [createGame('game'), createGame('other')],
    first: startGame('game', players),
    firstOther: startGame('other', others),
    before: read('game'),
    second: startGame('game', others),
    after: read('game'),
    again: startGame('game', players),
    afterAgain: read('game'),
    beforeOther: read('other'),
    secondOther: startGame('other', [others[1], others[0]]),
    afterOther: read('other'),
    later: createGame('later'),
    started: startGame('later', others),
  }),
  mayThrow: ['second', 'again', 'secondOther'],
  judge: (seen, [players, others]) =>
    judgeRefusal(seen, { game: players, asked: others, before: 'before', attempt: 'second', after: 'after' }) ??
    judgeRefusal(seen, { game: players, asked: players, before: 'after', attempt: 'again', after: 'afterAgain' }) ??
    judgeRefusal(seen, {
      game: others,
      asked: [others[1], others[0]],
      before: 'beforeOther',
      attempt: 'secondOther',
      after: 'afterOther',
    }) ??
    passed,
  hints: [
    'Before a command records anything it may look at the state. What is different about a game that has started?',
    'If there are players already (or events), refuse with an error before anything is recorded or applied.',
    {
      typescript:
        'In errors.ts: `export class GameAlreadyStartedError extends Error {}`. First line of `startGame`: `if (this.playerOne !== undefined) throw new GameAlreadyStartedError(…);`',
      python:
        'In exceptions.py: `class GameAlreadyStartedError(Exception):` with `pass` below it. First in `start_game`: `if self.player_one is not None:` and below it `raise GameAlreadyStartedError(…)`.',
    },
  ],
  afterwards:
    'You wrote a constraint. Commands may be refused, events never: by the time something is an event it has happened. So the check stands before the recording, and a refused command leaves no trace.',
});
