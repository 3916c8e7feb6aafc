import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  call,
  connectShared,
  createGame,
  createSharedRepository,
  fetch,
  kept,
  look,
  read,
  value,
} from '../../../src/course/scenario.ts';
import type { Operation } from '../../../src/learner/protocol.ts';
import { drawNames, type Players } from '../../01-start-game/steps/players.ts';
import { drawColumns, drawWin, drawWinAtTheLast, type WholeGame } from '../../02-play-the-game/steps/drawn-games.ts';
import { playerOfTurn, wantedMove } from '../../02-play-the-game/steps/game.ts';
import type { Kept } from './drawn.ts';
import { forbiddenIn, judgeRefused } from './forbidden.ts';
import { get } from './games.ts';
import { judgeContinued, judgeEnd, judgeEndless, judgeLong, judgeWhole } from './played-stored.ts';
import { gameStarted, story, streamOf } from './wire.ts';

/** More than anybody reads at once. */
const endlessStarts = 1_050;

export const play = step({
  number: '3.8',
  title: 'Play for keeps',
  place: { module: 'persistence/event-store-db', member: 'GameRepository' },
  draw: (draw): Kept => {
    const [a = '', b = '', stranger = '', c = '', d = ''] = drawNames(draw, 5);
    const [long, begun, over] = [drawWinAtTheLast(draw), drawWin(draw, 0, 'across'), drawWin(draw, 1, 'up')];
    const [full = '', open = ''] = drawColumns(draw, 2);
    return {
      players: [a, b],
      stranger,
      long: { id: draw.uuid(), game: long, moves: long.moves.slice(0, -2) },
      begun: { id: draw.uuid(), game: begun, moves: begun.moves.slice(0, -1) },
      crowded: { id: draw.uuid(), moves: full.repeat(6), full, open },
      over: { id: draw.uuid(), game: over, moves: over.moves },
      endless: { id: draw.uuid(), last: [c, d] },
      whole: shortWin(() => drawWin(draw, 0, 'up')),
    };
  },
  streams: ({ players, long, begun, crowded, over, endless }) => ({
    [streamOf(begun.id)]: story(players, begun.moves),
    [streamOf(long.id)]: story(players, long.moves),
    [streamOf(crowded.id)]: story(players, crowded.moves),
    [streamOf(over.id)]: story(players, over.moves, over.game.result),
    [streamOf(endless.id)]: [
      ...Array.from({ length: endlessStarts }, () => gameStarted(players)),
      gameStarted(endless.last),
    ],
  }),
  scenario: (drawn) => {
    const { players, long, begun, crowded, endless, whole } = drawn;
    return {
      client: connectShared(),
      repository: createSharedRepository('repository'),
      app: createApp('app', 'repository'),
      gotCrowded: get('crowded', value(crowded.id)),
      unstarted: createGame('unstarted'),
      refused: forbiddenIn(drawn).map(({ operation }) => operation),
      continued: movesInStore(begun.id, players, begun.game, begun.moves.length),
      continuedLong: movesInStore(long.id, players, long.game, long.moves.length),
      gotLong: fetch('long', 'app', 'getGame', value(long.id)),
      longState: read('long'),
      created: fetch('id', 'app', 'createGame', ...players.map(value)),
      played: [...whole.moves].map((column, turn) =>
        call('app', 'makeMove', kept('id'), wantedMove(playerOfTurn(players, turn), column)),
      ),
      got: fetch('game', 'app', 'getGame', kept('id')),
      state: read('game'),
      gotEndless: get('endless', value(endless.id)),
      endless: look('endless', 'playerOne', 'playerTwo'),
    };
  },
  mayThrow: [
    'gotCrowded',
    'refused',
    'continued',
    'continuedLong',
    'gotLong',
    'longState',
    'created',
    'played',
    'got',
    'state',
    'gotEndless',
    'endless',
  ],
  judge: (seen, drawn) =>
    judgeContinued(seen, drawn) ??
    judgeRefused(seen, drawn) ??
    judgeLong(seen, drawn) ??
    judgeEnd(seen, drawn, 'longState', drawn.long.game) ??
    judgeWhole(seen, drawn) ??
    judgeEnd(seen, drawn, 'state', drawn.whole) ??
    judgeEndless(seen, drawn) ??
    passed,
  hints: [
    'Three games are played here through the application: two that somebody else began, one of which has forty moves behind it, and one from its first move to its last, each stored before the next.',
    'Play in the panel and follow the stream: is there exactly one new event after each move? Does a game that is brought back know every one of them?',
    'A repository that passes 3.3 to 3.7 and not this step usually keeps something that it should ask the store for, or doesn’t read a stream to its end.',
  ],
  afterwards:
    'You have written an event-sourced program: commands decide, events remember, streams keep them, and every state is made from them. Quit, start again with the id of a game, and go on where you were.',
});

function createApp(as: string, repository: string): Operation {
  return { op: 'create', as, module: 'application/connect-four-app', name: 'ConnectFourApp', args: [kept(repository)] };
}

/** The moves of a stored game from some turn on, each through the application. */
function movesInStore(id: string, players: Players, { moves }: WholeGame, from: number): Operation[] {
  return [...moves]
    .slice(from)
    .map((column, at) => call('app', 'makeMove', value(id), wantedMove(playerOfTurn(players, from + at), column)));
}

/** Each of its moves is a walk to the store and back. */
function shortWin(draw: () => WholeGame): WholeGame {
  for (;;) {
    const game = draw();
    if (game.moves.length <= 9) return game;
  }
}
