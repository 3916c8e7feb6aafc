import type { Draw } from '../../../src/course/draw.ts';
import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  call,
  connectShared,
  createGame,
  createSharedRepository,
  keepMember,
  kept,
  look,
  read,
  value,
} from '../../../src/course/scenario.ts';
import { drawNames, type Players } from '../../01-start-game/steps/players.ts';
import { directions, drawColumns, drawTie, drawWin } from '../../02-play-the-game/steps/drawn-games.ts';
import { moves, start } from '../../02-play-the-game/steps/game.ts';
import type { LeftEnd, StoredEnds } from './drawn.ts';
import { judgeBroughtBack, judgeFinishes } from './ends-stored.ts';
import { get, getKept } from './games.ts';
import { story, streamOf } from './wire.ts';

export const finish = step({
  number: '3.7',
  title: 'Store the end',
  place: { module: 'persistence/event-store-db', member: 'add' },
  draw: (draw): StoredEnds => {
    const [a = '', b = '', c = '', d = ''] = drawNames(draw, 4);
    const played = [drawWin(draw, 0, draw.pick(directions)), drawWin(draw, 1, draw.pick(directions)), drawTie(draw)];
    const names = ['won', 'lost', 'tied'];
    return {
      players: [a, b],
      played: played.map((game, index) => ({ ...game, name: names[index] ?? '' })),
      left: drawLeft(draw, [c, d]),
    };
  },
  streams: ({ left }) =>
    Object.fromEntries(left.map(({ id, players, moves, result }) => [streamOf(id), story(players, moves, result)])),
  scenario: ({ players, played, left }) => ({
    client: connectShared(),
    repository: createSharedRepository('repository'),
    made: played.map(({ name }) => createGame(name)),
    started: played.map(({ name }) => start(name, players)),
    moved: played.flatMap(({ name, moves: columns }) => moves(name, players, columns)),
    ids: played.map(({ name }) => look(name, 'id')),
    added: played.map(({ name }) => call('repository', 'add', kept(name))),
    keptIds: played.map(({ name }) => keepMember(`${name}Id`, name, 'id')),
    got: played.map(({ name }) => getKept(`${name}Again`, `${name}Id`)),
    gotLeft: left.map(({ name, id }) => get(name, value(id))),
    states: played.map(({ name }) => read(`${name}Again`)),
    leftStates: left.map(({ name }) => read(name)),
  }),
  mayThrow: ['moved', 'ids', 'added', 'keptIds', 'got', 'gotLeft', 'states', 'leftStates'],
  judge: (seen, drawn) => judgeFinishes(seen, drawn) ?? judgeBroughtBack(seen, drawn) ?? passed,
  hints: [
    'One event of three can’t be stored yet. It is turned into what is stored, and back, just as the other two.',
    "The stored data of a `GameFinished` is `{ result }`, and the result is `'PLAYER_ONE_WON'`, `'TIED'` or `'PLAYER_TWO_WON'`.",
    {
      typescript:
        "`case 'GameFinished': return jsonEvent({ type: event.type, data: { result: event.result } });` and, the other way round, `case 'GameFinished': return { type, result: data.result };`",
      python:
        'For a `GameFinished` the data are its `result`; the other way round: `GameFinished(GameResult(data["result"]))`',
    },
  ],
  afterwards:
    'Every event of the game can be stored and brought back, and a game that is over stays over: the constraint from 2.4 holds for a game that was loaded just as for one that was played, for both are the same events.',
});

function drawLeft(draw: Draw, players: Players): readonly LeftEnd[] {
  const won = drawWin(draw, 1, draw.pick(directions));
  const columns = drawColumns(draw, 4).join('');
  return [
    { name: 'leftWon', id: draw.uuid(), players, moves: won.moves, result: won.result },
    {
      name: 'leftEarly',
      id: draw.uuid(),
      players,
      moves: columns,
      result: draw.pick(['PLAYER_ONE_WON', 'PLAYER_TWO_WON']),
    },
  ];
}
