import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import { stringOf } from '../../../src/course/observed.ts';
import { call, connect, createGame, createRepository, fetch, kept, read, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import type { Operation } from '../../../src/learner/protocol.ts';
import { win, winAtTheLast } from '../../02-play-the-game/steps/whole-games.ts';
import { fieldIn } from './games.ts';
import { gameFile, repositoryFile, thrownPlace } from './places.ts';
import { judgeStoredAt, storedOf } from './stored.ts';
import { besideStored, type Players, playerOfTurn, story, streamOf, type WireEvent } from './wire.ts';

const players: Players = ['Hedy', 'Donald'];

/** All of the long game but its last two moves. */
const long = { id: 'b6f0d2a4-7c15-4e89-93ad-5e2c8f7b1a38', moves: winAtTheLast.slice(0, -2) } as const;
const result = 'PLAYER_TWO_WON';

/** Begun by another program, one move away from its end. */
const begun = { id: 'e93c5d18-6b2a-4a7f-9c41-70d8a2b5f638', players: ['Ada', 'Grace'], moves: 'ABABAB' } as const;

/** Column A of this one is full. */
const crowded = { id: '1d7e4b90-5c38-4f6e-a2d4-83c9b0e6f738', players: ['Ada', 'Grace'], moves: 'AAAAAA' } as const;

/** This one has ended. */
const over = { id: '58a0c7f2-9e14-4d3b-b6c8-2f71e9d04a35', players: ['Ada', 'Grace'], moves: 'ABABABA' } as const;

/** What nobody may do, and what it is called in a sentence. */
const forbidden = [
  {
    what: 'A seventh token into column A of a stored game',
    member: 'makeMove',
    operation: moveIn(crowded.id, 'Ada', 'A'),
  },
  {
    what: 'A move by Grace in a stored game in which it is Ada’s turn',
    member: 'makeMove',
    operation: moveIn(crowded.id, 'Grace', 'B'),
  },
  {
    what: 'A second `startGame` of a stored game',
    member: 'startGame',
    operation: call('crowded', 'startGame', value('Linus'), value('Margaret')),
  },
  { what: 'A move in a stored game that is over', member: 'makeMove', operation: moveIn(over.id, 'Grace', 'C') },
  {
    what: 'A move in a game that nobody has started',
    member: 'makeMove',
    operation: call('unstarted', 'makeMove', value({ player: 'Ada', column: 'A' })),
  },
] as const;

type Label =
  | 'gotCrowded'
  | 'unstarted'
  | 'refused'
  | 'continued'
  | 'continuedLong'
  | 'gotLong'
  | 'longState'
  | 'created'
  | 'played'
  | 'got'
  | 'state';

export const play = step({
  number: '3.8',
  title: 'Play for keeps',
  place: { file: repositoryFile, member: 'GameRepository' },
  streams: {
    [streamOf(begun.id)]: story(begun.players, begun.moves),
    [streamOf(long.id)]: story(players, long.moves),
    [streamOf(crowded.id)]: story(crowded.players, crowded.moves),
    [streamOf(over.id)]: story(over.players, over.moves, 'PLAYER_ONE_WON'),
  },
  scenario: {
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    app: createApp('app', 'repository'),
    gotCrowded: fetch('crowded', 'repository', 'get', value(crowded.id)),
    unstarted: createGame('unstarted'),
    refused: forbidden.map(({ operation }) => operation),
    continued: call('app', 'makeMove', value(begun.id), value({ player: begun.players[0], column: 'A' })),
    continuedLong: movesFrom(winAtTheLast, long.moves.length).map(({ player, column }) =>
      moveIn(long.id, player, column),
    ),
    gotLong: fetch('long', 'app', 'getGame', value(long.id)),
    longState: read('long'),
    created: fetch('id', 'app', 'createGame', ...players.map(value)),
    played: movesFrom(win, 0).map((move) => call('app', 'makeMove', kept('id'), value(move))),
    got: fetch('game', 'app', 'getGame', kept('id')),
    state: read('game'),
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
  ],
  judge: (seen) =>
    judgeContinued(seen) ??
    judgeRefused(seen) ??
    judgeLong(seen) ??
    judgeEnd(seen, 'longState', result, 'The last of 42 moves') ??
    judgeWhole(seen) ??
    judgeEnd(seen, 'state', 'PLAYER_ONE_WON', `The last of ${win.length} moves`) ??
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

/** The moves of a game that are left after so many. */
function movesFrom(moves: string, turn: number) {
  return [...moves].slice(turn).map((column, at) => ({ player: playerOfTurn(players, turn + at), column }));
}

function judgeContinued(seen: Seen<Label>): NotYet | undefined {
  const expected = story(begun.players, `${begun.moves}A`, 'PLAYER_ONE_WON');
  const what = 'A game that another program had begun was won with one more move';
  return judgeStream(seen, begun.id, expected, what, 'continued');
}

function moveIn(id: string, player: string, column: string) {
  return call('app', 'makeMove', value(id), value({ player, column }));
}

/** A constraint is only worth something when it is checked against the whole history. */
function judgeRefused(seen: Seen<Label>): NotYet | undefined {
  const stored = storedOf(seen, crowded.id) ?? [];
  const expected = story(crowded.players, crowded.moves);
  const outcomes = seen.outcomes('refused');
  const accepted = forbidden.find((_, index) => outcomes[index]?.kind === 'returned');
  if (accepted !== undefined || stored.length !== expected.length) {
    const told = {
      headline: `${accepted?.what ?? 'A command in a stored game'} was ${accepted === undefined ? 'refused and stored all the same' : 'not refused'}.`,
      why: 'Nothing can be taken out of a stream again: a constraint has to hold against everything that was stored before, so a command must see all of it.',
      ...lineOf(seen.files, gameFile, accepted?.member ?? 'makeMove'),
    };
    return notYet('refused-move-stored', besideStored(told, expected, stored));
  }
  for (const [index, { what }] of forbidden.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind !== 'threw' || outcome.thrown.name !== 'Error') continue;
    return notYet('refused-without-name', {
      headline: `${what} was refused with ${thrownText(outcome.thrown)}`,
      why: 'Who plays at a keyboard needs to tell a refusal, which changes nothing, from a store that could not be reached: throw an error with a name of its own, as in exercises 1 and 2.',
      ...thrownPlace(seen.files, outcome.thrown, 'get'),
    });
  }
  return undefined;
}

function judgeLong(seen: Seen<Label>): NotYet | undefined {
  const what = `A game with ${long.moves.length} moves behind it was played to its end`;
  return judgeStream(seen, long.id, story(players, winAtTheLast, result), what, 'continuedLong');
}

function judgeWhole(seen: Seen<Label>): NotYet | undefined {
  const created = seen.outcome('created');
  const id = created.kind === 'returned' ? (stringOf(created.value) ?? '') : '';
  const what = `A game of ${win.length} moves was played, each stored before the next`;
  const expected = story(players, win, 'PLAYER_ONE_WON');
  return judgeStream(seen, id, expected, what, created.kind === 'threw' ? 'created' : 'played');
}

function judgeStream(
  seen: Seen<Label>,
  id: string,
  expected: readonly WireEvent[],
  what: string,
  label: 'continued' | 'continuedLong' | 'created' | 'played',
): NotYet | undefined {
  const stored = storedOf(seen, id) ?? [];
  const thrown = seen.firstThrown(label)?.thrown;
  if (thrown !== undefined) {
    return notYet('play-refused', {
      headline: `${what}, or should have been: ${thrownText(thrown)}`,
      why: 'Every command starts from the history in the store, so what was stored before has to come back whole and in order.',
      ...thrownPlace(seen.files, thrown, 'get'),
    });
  }
  if (stored.length === expected.length) {
    const wrong = expected.map((event, index) => judgeStoredAt(seen, stored, index, event));
    return wrong.find((told) => told !== undefined);
  }
  const told = {
    headline: `${what}, and ${stored.length} events are in its stream instead of ${expected.length}.`,
    why: 'The stream is the game: one start, every move once, one end, and nothing else, or nobody can play it again.',
    ...lineOf(seen.files, repositoryFile, 'add'),
  };
  return notYet('other-stream', besideStored(told, expected, stored));
}

function judgeEnd(
  seen: Seen<Label>,
  state: 'longState' | 'state',
  expected: string,
  which: string,
): NotYet | undefined {
  const found = fieldIn(seen, state, 'result');
  if (found === expected) return undefined;
  return notYet('end-not-brought-back', {
    headline: `${which} won the game, and when it is brought back its \`result\` is ${found ?? 'undefined'}.`,
    why: 'A state that was made from part of the history is the state of another moment: read the stream to its end.',
    ...lineOf(seen.files, repositoryFile, 'get'),
  });
}
