import { eventLine } from '../../../src/course/comparison-text.ts';
import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
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
import { type SeenEvent, stringsOf, toEventText } from '../../../src/course/seen-event.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { boardAfter, boardIn, differingColumn, tokensText } from '../../02-play-the-game/steps/board.ts';
import { fieldIn, get, idIn, judgeGot, playStored } from './games.ts';
import { gameFile, readingPlace, repositoryFile } from './places.ts';
import { addFailed, judgeStored, notStored, storedOf } from './stored.ts';
import { besideStored, moveMade, type Players, story, streamOf } from './wire.ts';

const players: Players = ['Niklaus', 'Frances'];

/** A game that the Python program could have left behind. */
const begun = { id: '7f2f7c0e-91f0-4f60-8d7a-1c2b5e8d9035', players: ['Ada', 'Grace'], moves: 'DDA' } as const;

type Label = 'id' | 'added' | 'played' | 'got' | 'state';

export const moves = step({
  number: '3.5',
  title: 'Store moves',
  place: { file: repositoryFile, member: 'add' },
  streams: { [streamOf(begun.id)]: story(begun.players, begun.moves) },
  scenario: {
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    made: createGame('game'),
    started: call('game', 'startGame', ...players.map(value)),
    id: look('game', 'id'),
    keptId: keepMember('id', 'game', 'id'),
    added: call('repository', 'add', kept('game')),
    played: playStored(players, 'D'),
    got: get('begun', value(begun.id)),
    state: read('begun'),
  },
  mayThrow: ['added', 'played', 'got', 'state'],
  judge: (seen) =>
    judgeMove(seen) ?? judgeGot(seen, 'got', 'state') ?? judgeRestored(seen) ?? judgeHistory(seen) ?? passed,
  hints: [
    'Each kind of event needs to be turned twice: once on its way into the store and once on its way out.',
    'The stored data of a `MoveMade` is `{ player, column }`. Add a `case` for it to `toEventData` and one to `toGameEvent`.',
    "`case 'MoveMade': return jsonEvent({ type: event.type, data: { player: event.player, column: event.column } });` and, the other way round, `case 'MoveMade': return { type, player: data.player, column: data.column };`",
  ],
  afterwards:
    'Now look into the stream of such a game: if there are three events where two were meant, you have found the puzzle of this exercise. When the game was brought back, its `events` were history, and then `add` stored all of `events`. Which of them were new?',
});

/** How often the `GameStarted` stands there is the next step’s question; here it is about the move. */
function judgeMove(seen: Seen<Label>): NotYet | undefined {
  const id = idIn(seen, 'id');
  const stored = storedOf(seen, id);
  const thrown = seen.thrown('played');
  if (stored === undefined) return notStored(seen, id, players[0], seen.thrown('added'));
  const move = stored.findLast(({ data, type }) => type !== 'GameStarted' && data !== undefined);
  const expected = moveMade(players[0], 'D');
  if (move === undefined) {
    if (thrown !== undefined) return addFailed(seen.files, thrown);
    const told = {
      headline: 'A game was brought back and moved in, and after `add` no `MoveMade` is in its stream.',
      why: 'What is not in the stream has not happened for anybody else: whoever brings this game back will see an empty board.',
      ...lineOf(seen.files, repositoryFile, 'add'),
    };
    return notYet('move-not-stored', besideStored(told, story(players, 'D'), stored));
  }
  const wrong = judgeStored(seen, move, expected);
  if (wrong !== undefined || stored.at(-1) === move) return wrong;
  const told = {
    headline: 'In the stream the `MoveMade` stands before what had happened earlier.',
    why: 'A stream only grows at its end, and its order is the order of what happened: append new events behind those that are there.',
    ...lineOf(seen.files, repositoryFile, 'add'),
  };
  return notYet('stored-out-of-order', besideStored(told, story(players, 'D'), stored));
}

function judgeRestored(seen: Seen<Label>): NotYet | undefined {
  const expected = boardAfter(begun.moves);
  const board = boardIn(seen, 'state') ?? {};
  const column = differingColumn(expected, board);
  const next = fieldIn(seen, 'state', 'nextPlayer');
  if (column === undefined && next === 'Grace') return undefined;
  const difference =
    column === undefined
      ? `\`nextPlayer\` is ${next ?? 'nobody'}, and it should be Grace`
      : `column ${column} holds ${tokensText(board[column])}, and it should be ${tokensText(expected[column])}`;
  return notYet('move-not-restored', {
    headline: `A game with the moves D, D and A was brought back, and ${difference}.`,
    why: 'Each stored `MoveMade` has to come back with its own player and column, in the order of the stream: the board is the sum of them and nothing else.',
    ...readingPlace(seen.files),
  });
}

/** Whether `events` of a game that was brought back tells the story in the order in which it happened. */
function judgeHistory(seen: Seen<Label>): NotYet | undefined {
  const [first, ...moved] = seen.events('state') ?? [];
  const columns = moved.map((event) => stringsOf(event).find((text) => /^[A-G]$/.test(text)) ?? '?');
  if (first?.type === 'GameStarted' && columns.join('') === begun.moves) return undefined;
  return notYet('history-out-of-order', {
    headline: `The moves D, D and A were stored after the start, and \`events\` of the game that was brought back are ${listed(first, ...moved)}.`,
    why: 'A history is a history only in the order in which it happened: keep each event at the end, as the stream does.',
    ...lineOf(seen.files, gameFile, 'loadFromHistory'),
  });
}

function listed(...events: readonly (SeenEvent | undefined)[]): string {
  const texts = events.map((event) => event && eventLine(toEventText(event)));
  return texts.every((text) => text === undefined) ? 'none' : texts.join(', ');
}
