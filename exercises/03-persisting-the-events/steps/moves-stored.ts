import { eventLine } from '../../../src/course/feedback/comparison-text.ts';
import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { contentOf } from '../../../src/course/observation/observed.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent, toEventText } from '../../../src/course/observation/seen-event.ts';
import { arePlayers, inGame, playersText } from '../../01-start-game/steps/game.ts';
import { boardIn, heightsOf, wrongColumn } from '../../02-play-the-game/steps/board.ts';
import { moveText, nextPlayerIn, playerOfTurn } from '../../02-play-the-game/steps/game.ts';
import type { Begun } from './drawn.ts';
import { idIn, judgeGot, moveFailed } from './games.ts';
import { inRepository, reading } from './places.ts';
import { addFailed, judgeStored, notStored, storedOf } from './stored.ts';
import { besideStored, moveMade, story } from './wire.ts';

type Moving = Seen<'id' | 'added' | 'fetched' | 'current' | 'moved' | 'addedMove' | 'got' | 'state' | 'newest'>;

/** How often the `GameStarted` stands there is the next step’s question; here it is about the move. */
export function judgeMove(seen: Moving, { players, column }: Begun): NotYet | undefined {
  const id = idIn(seen, 'id');
  const stored = storedOf(seen, id);
  if (stored === undefined) return notStored(seen, id, players[0], seen.thrown('added'));
  const moved = seen.thrown('moved');
  const missed = judgeGot(seen, 'fetched', 'current');
  if (missed !== undefined) return missed;
  if (moved !== undefined) return moveFailed(seen, moveText(players[0], column, seen.words), moved);
  const thrown = seen.thrown('addedMove');
  const expected = story(players, column);
  const move = stored.findLast(({ type }) => type !== 'GameStarted');
  if (move === undefined) {
    if (thrown !== undefined) return addFailed(seen, thrown);
    const told = {
      headline: 'A game was brought back and moved in, and after `add` no `MoveMade` is in its stream.',
      why: 'What is not in the stream has not happened for anybody else: whoever brings this game back will see an empty board.',
      ...seen.at(inRepository('add')),
    };
    return notYet('move-not-stored', besideStored(told, expected, stored));
  }
  const wrong = judgeStored(seen, move, moveMade(players[0], column));
  if (wrong !== undefined) return wrong;
  if (thrown !== undefined) return addFailed(seen, thrown);
  if (stored.at(-1) === move) return undefined;
  const told = {
    headline: 'In the stream the `MoveMade` stands before what had happened earlier.',
    why: 'A stream only grows at its end, and its order is the order of what happened: append new events behind those that are there.',
    ...seen.at(inRepository('add')),
  };
  return notYet('stored-out-of-order', besideStored(told, expected, stored));
}

/** Whether the game that another program left behind is back as it was. */
export function judgeRestored(seen: Moving, { begun }: Begun): NotYet | undefined {
  return judgeState(seen, 'state', begun.players, begun.moves) ?? judgeHistory(seen, begun.moves);
}

/** Whether a move that another program has stored since is known to a game that is brought back now. */
export function judgeNewest(seen: Moving, { begun, next }: Begun): NotYet | undefined {
  const before = seen.members('state');
  const after = seen.members('newest');
  const [was, is] = [boardIn(before), boardIn(after)].map((board) => board && heightsOf(board)[next]);
  if (is === 1) return judgeState(seen, 'newest', begun.players, begun.moves + next);
  const isOld = was === is;
  return notYet('read-from-cache', {
    headline: `${playerOfTurn(begun.players, 3)}’s move into column ${next} was stored by another program, and \`${seen.words.member('get')}\` gave back the game ${isOld ? 'of before' : 'without it'}.`,
    why: 'Others append to the same streams at any time, and only the store knows what has happened: read the stream each time you are asked for a game.',
    ...seen.at(inRepository('get')),
  });
}

function judgeState(
  seen: Moving,
  label: 'state' | 'newest',
  players: Begun['players'],
  moves: string,
): NotYet | undefined {
  const { words } = seen;
  const members = seen.members(label);
  const wrong = wrongColumn(boardIn(members) ?? {}, moves, words);
  const next = nextPlayerIn(members, words);
  const expected = playerOfTurn(players, moves.length);
  if (wrong === undefined && next === expected && arePlayers(members, players)) return undefined;
  const isBoard = wrong !== undefined;
  const found = isBoard
    ? `column ${wrong.column} holds ${wrong.found}, and by its moves it should be ${wrong.expected}`
    : next === expected
      ? `it is ${playersText(members, words)}`
      : `\`${words.member('nextPlayer')}\` is ${next ?? 'nobody'}, and it is the turn of ${expected}`;
  return notYet('move-not-restored', {
    headline: `A game of ${players.join(' and ')} with moves into ${[...moves].join(', ')} was brought back, and ${found}.`,
    why: 'A game that is played on with another board than the one that was stored is another game: map every stored `MoveMade` back, with its player and its column.',
    ...seen.at(...reading),
  });
}

/** Whether `events` of a game that was brought back tells the story in the order in which it happened. */
function judgeHistory(seen: Moving, moves: string): NotYet | undefined {
  const events = seen.events('state') ?? [];
  if (isInOrder(events, moves)) return undefined;
  return notYet('history-out-of-order', {
    headline: `Moves into ${[...moves].join(', ')} were stored after the start, and \`${seen.words.member('events')}\` of the game that was brought back are ${linesOf(seen, events)}.`,
    why: 'A history is a history only in the order in which it happened: keep each event at the end, as the stream does.',
    ...seen.at(inGame('loadFromHistory')),
  });
}

/** The start first; and moves into one column are alike but for their players, one into another column is not. */
function isInOrder([first, ...moved]: readonly SeenEvent[], moves: string): boolean {
  if (first === undefined || moved.length !== moves.length) return false;
  if (!isCalled(first, 'GameStarted') || (first.code !== undefined && moved.some(({ code }) => code === first.code)))
    return false;
  const columns = moved.map((event) => moves.split('').filter((column) => mentions(event, column)));
  if (columns.some((found) => found.length === 0))
    return moved.every((event) => !isCalled(event, 'GameStarted') || event.type === '');
  return columns.every((found, turn) => found.includes(moves[turn] ?? ''));
}

function mentions(event: SeenEvent, column: string): boolean {
  return contentOf(event.value).includes(`"value":${JSON.stringify(column)}`);
}

function linesOf(seen: Moving, events: readonly SeenEvent[]): string {
  return events.length === 0 ? 'none' : events.map((event) => eventLine(toEventText(event, seen.words))).join(', ');
}
