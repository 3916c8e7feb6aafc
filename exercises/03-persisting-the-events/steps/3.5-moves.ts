import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  appendShared,
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
import { drawTwoPairs } from '../../01-start-game/steps/players.ts';
import { drawColumns } from '../../02-play-the-game/steps/drawn-games.ts';
import { move, playerOfTurn, start } from '../../02-play-the-game/steps/game.ts';
import type { Begun } from './drawn.ts';
import { get, getKept, judgeGot } from './games.ts';
import { judgeMove, judgeNewest, judgeRestored } from './moves-stored.ts';
import { moveMade, story, streamOf } from './wire.ts';

export const moves = step({
  number: '3.5',
  title: 'Store moves',
  place: { module: 'persistence/event-store-db', member: 'add' },
  draw: (draw): Begun => {
    const [players, others] = drawTwoPairs(draw);
    const [column = '', first = '', second = '', next = ''] = drawColumns(draw, 4);
    return { players, column, begun: { id: draw.uuid(), players: others, moves: first + first + second }, next };
  },
  streams: ({ begun }) => ({ [streamOf(begun.id)]: story(begun.players, begun.moves) }),
  scenario: ({ players, column, begun, next }) => ({
    client: connectShared(),
    repository: createSharedRepository('repository'),
    made: createGame('game'),
    started: start('game', players),
    id: look('game', 'id'),
    keptId: keepMember('id', 'game', 'id'),
    added: call('repository', 'add', kept('game')),
    fetched: getKept('current', 'id'),
    current: read('current'),
    moved: move('current', players[0], column),
    addedMove: call('repository', 'add', kept('current')),
    got: get('begun', value(begun.id)),
    state: read('begun'),
    appended: appendShared(streamOf(begun.id), [moveMade(playerOfTurn(begun.players, 3), next)]),
    gotNewest: get('newest', value(begun.id)),
    newest: read('newest'),
  }),
  mayThrow: ['keptId', 'added', 'fetched', 'current', 'moved', 'addedMove', 'got', 'state', 'gotNewest', 'newest'],
  judge: (seen, drawn) =>
    judgeMove(seen, drawn) ??
    judgeGot(seen, 'got', 'state') ??
    judgeRestored(seen, drawn) ??
    judgeGot(seen, 'gotNewest', 'newest') ??
    judgeNewest(seen, drawn) ??
    passed,
  hints: [
    'Each kind of event needs to be turned twice: once on its way into the store and once on its way out.',
    'The stored data of a `MoveMade` is `{ player, column }`. Add a `case` for it to `toEventData` and one to `toGameEvent`.',
    {
      typescript:
        "`case 'MoveMade': return jsonEvent({ type: event.type, data: { player: event.player, column: event.column } });` and, the other way round, `case 'MoveMade': return { type, player: data.player, column: data.column };`",
      python:
        'For a `MoveMade` the data are `player` and `column`; the other way round: `MoveMade(data["player"], Column(data["column"]))`',
    },
  ],
  afterwards:
    'Now look into the stream of such a game: if there are three events where two were meant, you have found the puzzle of this exercise. When the game was brought back, its `events` were history, and then `add` stored all of `events`. Which of them were new?',
});
