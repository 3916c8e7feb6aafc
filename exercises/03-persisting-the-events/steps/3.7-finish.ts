import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { textOf } from '../../../src/course/observed.ts';
import {
  call,
  connect,
  createGame,
  createRepository,
  keepMember,
  kept,
  look,
  read,
  value,
} from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { boardAfter, boardIn, differingColumn } from '../../02-play-the-game/steps/board.ts';
import { win, winOfTwo } from '../../02-play-the-game/steps/whole-games.ts';
import { fieldIn, get, idIn, judgeGot, playStored } from './games.ts';
import { gameFile, readingPlace, repositoryFile } from './places.ts';
import { addFailed, judgeStored, notStored, storedOf } from './stored.ts';
import { besideStored, gameFinished, type Players, story, streamOf } from './wire.ts';

const players: Players = ['Katherine', 'Dorothy'];
const result = 'PLAYER_ONE_WON';
const ended = {
  id: 'd4a1b6c2-3e57-4f09-b8a6-92f0c1d7e837',
  players: ['Ada', 'Grace'],
  result: 'PLAYER_TWO_WON',
} as const;

type Label = 'id' | 'added' | 'played' | 'got' | 'state';

export const finish = step({
  number: '3.7',
  title: 'Store the end',
  place: { file: repositoryFile, member: 'add' },
  streams: { [streamOf(ended.id)]: story(ended.players, winOfTwo, ended.result) },
  scenario: {
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    made: createGame('game'),
    started: call('game', 'startGame', ...players.map(value)),
    id: look('game', 'id'),
    keptId: keepMember('id', 'game', 'id'),
    added: call('repository', 'add', kept('game')),
    played: playStored(players, win),
    got: get('ended', value(ended.id)),
    state: read('ended'),
  },
  mayThrow: ['added', 'played', 'got', 'state'],
  judge: (seen) => judgeFinished(seen) ?? judgeGot(seen, 'got', 'state') ?? judgeRestored(seen) ?? passed,
  hints: [
    'One event of three can’t be stored yet. It is turned into what is stored, and back, just as the other two.',
    "The stored data of a `GameFinished` is `{ result }`, and the result is `'PLAYER_ONE_WON'`, `'TIED'` or `'PLAYER_TWO_WON'`.",
    "`case 'GameFinished': return jsonEvent({ type: event.type, data: { result: event.result } });` and, the other way round, `case 'GameFinished': return { type, result: data.result };`",
  ],
  afterwards:
    'Every event of the game can be stored and brought back, and a game that is over stays over: the constraint from 2.4 holds for a game that was loaded just as for one that was played, for both are the same events.',
});

function judgeFinished(seen: Seen<Label>): NotYet | undefined {
  const id = idIn(seen, 'id');
  const stored = storedOf(seen, id);
  const thrown = seen.thrown('added') ?? seen.thrown('played');
  if (stored === undefined) return notStored(seen, id, players[0], thrown);
  const finished = stored.at(-1);
  const expected = story(players, win, result);
  if (finished === undefined || finished.type === 'MoveMade' || finished.type === 'GameStarted') {
    if (thrown !== undefined) return addFailed(seen.files, thrown);
    const told = {
      headline: 'Katherine has won, and there is no `GameFinished` in the stream.',
      why: 'For everybody who reads the stream this game is still open, and a game brought back from it would let them play on.',
      ...lineOf(seen.files, repositoryFile, 'add'),
    };
    return notYet('finish-not-stored', besideStored(told, expected, stored));
  }
  const wrong = judgeStored(seen, finished, gameFinished(result));
  if (wrong !== undefined || stored.length === expected.length) return wrong;
  const told = {
    headline: `A game of seven moves left ${stored.length} events in its stream.`,
    why: 'One start, seven moves and one end have happened: a stream that tells more or less tells another game.',
    ...lineOf(seen.files, repositoryFile, 'add'),
  };
  return notYet('other-history', besideStored(told, expected, stored));
}

function judgeRestored(seen: Seen<Label>): NotYet | undefined {
  const found = fieldIn(seen, 'state', 'result');
  const next = fieldIn(seen, 'state', 'nextPlayer');
  const asked = seen.member('state', 'isFinished');
  const isFinished = asked === undefined ? 'true' : textOf(asked);
  if (found === ended.result && next === undefined && isFinished === 'true') return judgeRest(seen);
  return notYet('finish-not-restored', {
    headline: `A finished game was brought back, and its \`result\` is ${found ?? 'undefined'} (\`isFinished\` ${isFinished}); by its \`GameFinished\` it is ${ended.result}.`,
    why: 'The result stands in the event and is taken from there, not worked out anew: rules may change, but what has happened doesn’t.',
    ...readingPlace(seen.files),
  });
}

/** An end adds to what is known of a game, and takes nothing away. */
function judgeRest(seen: Seen<Label>): NotYet | undefined {
  const players = ['playerOne', 'playerTwo'].map((name) => fieldIn(seen, 'state', name) ?? 'nobody');
  const column = differingColumn(boardIn(seen, 'state') ?? {}, boardAfter(winOfTwo));
  if (players.join() === ended.players.join() && column === undefined) return undefined;
  return notYet('forgotten-at-the-end', {
    headline: `A finished game was brought back, between ${players.join(' and ')}${column === undefined ? '' : `, and its column ${column} isn’t as it was played`}.`,
    why: 'A `GameFinished` says how it ended and nothing else: who played and what lies on the board follows from the events before it, and stays.',
    ...lineOf(seen.files, gameFile, 'apply'),
  });
}
