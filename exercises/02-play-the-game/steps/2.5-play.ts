import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { eventLists } from '../../../src/course/judging/state.ts';
import { membersOf } from '../../../src/course/observation/seen.ts';
import { createGame, read, replay } from '../../../src/course/scenario.ts';
import { drawPlayers } from '../../01-start-game/steps/players.ts';
import type { WholeGames } from './drawn.ts';
import { directions, drawTie, drawWin, drawWinAtTheLast } from './drawn-games.ts';
import { eventsIn, move, playerOfTurn, start } from './game.ts';
import { inTurns } from './moves/turns.ts';
import { judgeReplay } from './replayed.ts';
import { judgeWholeGame } from './whole-game.ts';

export const play = step({
  number: '2.5',
  title: 'Play',
  place: { module: 'domain/game', member: 'makeMove' },
  draw: (draw): WholeGames => {
    const players = drawPlayers(draw);
    const first = draw.below(2);
    const wins = draw
      .shuffled(directions)
      .map((direction, index) => drawWin(draw, (first + index) % 2 === 0 ? 0 : 1, direction));
    const games = [...wins, drawTie(draw), drawWinAtTheLast(draw)];
    return { players, games: games.map((game, index) => ({ ...game, name: `game${index + 1}` })) };
  },
  scenario: ({ players, games }) => {
    const last = games.at(-1)?.name ?? '';
    return {
      made: [...games.map(({ name }) => createGame(name)), createGame('fresh'), createGame('untouched')],
      unstarted: [read('fresh'), read('untouched')],
      started: games.map(({ name }) => start(name, players)),
      begun: read(last),
      played: inTurns(games).map(({ name, column, turn }) =>
        move(name, playerOfTurn(players, turn), column, ...(name === last ? [{ on: name, but: eventLists }] : [])),
      ),
      final: games.map(({ name }) => read(name)),
      again: replay(last, 'fresh', (games.at(-1)?.moves.length ?? 0) + 2),
      rebuilt: read('fresh'),
    };
  },
  mayThrow: ['played', 'again'],
  judge: (seen, { players, games }) => {
    const turns = inTurns(games);
    const outcomesOf = (name: string) => seen.outcomes('played').filter((_, index) => turns[index]?.name === name);
    for (const [index, game] of games.entries()) {
      const final = membersOf(seen.outcomes('final')[index]);
      const wrong = judgeWholeGame(seen, { game, players, outcomes: outcomesOf(game.name), final });
      if (wrong !== undefined) return wrong;
    }
    const last = outcomesOf(games.at(-1)?.name ?? '');
    return (
      judgeReplay(seen, {
        replay: 'again',
        rebuilt: 'rebuilt',
        unstarted: 'unstarted',
        lives: [seen.members('begun'), ...last.map((outcome) => membersOf(outcome))],
        events: eventsIn(membersOf(seen.outcomes('final').at(-1))),
      }) ?? passed
    );
  },
  hints: [
    'Six games are played here, side by side: four are won, one in each direction; one fills the board with no winner; and one is won with the very last token. Which of them goes wrong?',
    'Play it in the panel and step back and forth: the event after which the state is not what you expect is the one to look at.',
    {
      typescript:
        '`this._board.getResult()` knows all these ends, so pass on what it says, unchanged, into `GameFinished`, and let `apply` copy it into `this.result`.',
      python:
        '`self._board.get_result()` knows all these ends, so pass on what it says, unchanged, into `GameFinished`, and let `apply` copy it into `self.result`.',
    },
  ],
  afterwards:
    'You played a whole game, and what is left of it is a list of small facts. From that list anybody can watch it again, move by move, which no saved board could ever offer.',
});
