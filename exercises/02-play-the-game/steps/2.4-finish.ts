import type { Draw } from '../../../src/course/draw.ts';
import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { eventLists } from '../../../src/course/judging/state.ts';
import { membersOf } from '../../../src/course/observation/seen.ts';
import { applyCopy, createGame, read, replay } from '../../../src/course/scenario.ts';
import { drawNames } from '../../01-start-game/steps/players.ts';
import type { Ends } from './drawn.ts';
import { drawTie, drawWin, type WholeGame } from './drawn-games.ts';
import { afterTheEnd, judgeEnds, livesOf } from './ends/finished.ts';
import { judgeForetold } from './ends/foretold.ts';
import { eventsIn, move, playerOfTurn, start } from './game.ts';
import { inTurns } from './moves/turns.ts';
import { judgeReplay, recordedOnReplay } from './replayed.ts';
import { judgeScript, script } from './script.ts';

export const finish = step({
  number: '2.4',
  title: 'How it ends',
  place: { module: 'domain/game', member: 'makeMove' },
  draw: (draw): Ends => {
    const [a = '', b = '', c = '', d = ''] = drawNames(draw, 4);
    const [won, wonAgain] = drawTwoWins(draw, 0);
    const [lost, lostAgain] = drawTwoWins(draw, 1);
    const games = [won, lost, drawTie(draw), wonAgain, lostAgain];
    const names = ['won', 'lost', 'tied', 'wonAgain', 'lostAgain'];
    return {
      players: [a, b],
      others: [c, d],
      games: games.map((game, index) => ({ ...game, name: names[index] ?? '' })),
    };
  },
  scenario: ({ players, others, games }) => {
    const [won, lost, tied] = games;
    const look = (name: string) => ({ on: name, but: eventLists });
    return {
      made: [...games.map(({ name }) => createGame(name)), createGame('fresh'), createGame('untouched')],
      unstarted: [read('fresh'), read('untouched')],
      started: games.map(({ name }) => start(name, players)),
      begun: read('won'),
      before: inTurns(games.map(({ name, moves }) => ({ name, moves: moves.slice(0, -1) }))).map(
        ({ name, column, turn }) => move(name, playerOfTurn(players, turn), column, look(name)),
      ),
      nearly: games.map(({ name }) => read(name)),
      last: games.map(({ name, moves }) =>
        move(name, playerOfTurn(players, moves.length - 1), moves.slice(-1), look(name)),
      ),
      final: games.map(({ name }) => read(name)),
      afterWon: script('won', afterTheEnd(won, players, others)),
      afterLost: script('lost', afterTheEnd(lost, players, others)),
      afterTied: script('tied', afterTheEnd(tied, players, others)),
      again: replay('won', 'fresh', (won?.moves.length ?? 0) + 2),
      rebuilt: read('fresh'),
      remade: games.slice(0, 3).map(({ name }) => createGame(`${name}Foretold`)),
      foretold: games
        .slice(0, 3)
        .flatMap(({ name, moves }) =>
          [0, moves.length + 1].flatMap((index) => applyCopy(name, `${name}Foretold`, index)),
        ),
    };
  },
  mayThrow: ['before', 'last', 'afterWon', 'afterLost', 'afterTied', 'again', 'foretold'],
  judge: (seen, drawn) => {
    const { players, others, games } = drawn;
    const [won, lost, tied] = games;
    const after = (label: 'afterWon' | 'afterLost' | 'afterTied', game: WholeGame | undefined) =>
      game && judgeScript(seen, label, afterTheEnd(game, players, others), { players, ...game });
    return (
      recordedOnReplay(seen, 'rebuilt') ??
      judgeEnds(seen, drawn) ??
      after('afterWon', won) ??
      after('afterLost', lost) ??
      after('afterTied', tied) ??
      judgeReplay(seen, {
        replay: 'again',
        rebuilt: 'rebuilt',
        unstarted: 'unstarted',
        lives: livesOf(seen, drawn),
        events: eventsIn(membersOf(seen.outcomes('final')[0])),
      }) ??
      judgeForetold(seen, drawn) ??
      passed
    );
  },
  hints: [
    'Nobody commands a game to end: it ends because of a move. So when is the right moment to find out?',
    {
      typescript:
        'Right after the `MoveMade` was processed the board is up to date, and `this._board.getResult()` says how the game ended, or `undefined` when it goes on. The result belongs into an event of its own, in events.ts.',
      python:
        'Right after the `MoveMade` was processed the board is up to date, and `self._board.get_result()` says how the game ended, or `None` when it goes on. The result belongs into an event of its own, in events.py.',
    },
    {
      typescript:
        "After the `MoveMade` in `makeMove`: `const result = this._board.getResult(); if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`. In `apply`: set `this.result`, and nobody is next. Then refuse moves when `this.isFinished`.",
      python:
        'After the `MoveMade` in `make_move`: `result = self._board.get_result()`, and unless it is `None`, `self._process(GameFinished(result))`. In `apply`: set `self.result`, and nobody is next. Then refuse moves when `self.is_finished`.',
    },
  ],
  afterwards:
    'One command, two events: a move was made, and with it the game was finished. Both are facts in their own right, and whoever waits for games to end need not know the rules of Connect Four.',
});

/** Short ones, and one longer than the other: what an event says of its length is not taken for its result. */
function drawTwoWins(draw: Draw, winner: 0 | 1): readonly [WholeGame, WholeGame] {
  for (;;) {
    const [one, other] = [0, 1].map(() => drawWin(draw, winner, draw.pick(['up', 'across'])));
    if (one && other && one.moves.length <= 24 && other.moves.length <= 24 && one.moves.length !== other.moves.length)
      return [one, other];
  }
}
