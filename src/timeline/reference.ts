import { columns, emptyBoard, rowsPerColumn } from '../domain/board.ts';
import type { GameEvent } from '../domain/events.ts';
import { evolve, type Game, initialGame } from '../domain/game.ts';
import type { Entry } from './entry.ts';
import { type Folded, FoldedStream, type Folder } from './fold.ts';
import { gameEventOf } from './game-event.ts';
import { type Leaf, leafOf, quoted } from './leaf.ts';
import type { GamePicture, Moment } from './moment.ts';

/** How the reference folds a stream. What is no event of the game changes nothing. */
export const referenceFolder: Folder<Game, GameEvent | undefined> = {
  initial: initialGame,
  evolve: (game, event) => (event === undefined ? game : evolveWithin(game, event)),
};

/** A stream may hold anything; a column that would grow past its top stops the fold as a broken event does. */
function evolveWithin(game: Game, event: GameEvent): Game {
  if (event.type === 'MoveMade' && game.status === 'playing' && game.board[event.column].length >= rowsPerColumn)
    throw new Error(`Column ${event.column} is full, and yet this move was recorded.`);
  return evolve(game, event);
}

/** The reference's fold of some entries, without the one that is left out. */
export function referenceFold(entries: readonly Entry[], leftOut: number | undefined = undefined): Moment {
  const folded = new FoldedStream(referenceFolder);
  const indexes: number[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'recorded' || index === leftOut) return;
    folded.append(gameEventOf(entry.event));
    indexes.push(index);
  });
  return foldedMoment(folded.after(folded.length), (event) => indexes[event] ?? event);
}

/** `entryOf` says which entry the n-th event is. */
export function foldedMoment(folded: Folded<Game>, entryOf: (event: number) => number): Moment {
  const moment = referenceMoment(folded.state);
  if (folded.kind === 'state') return moment;
  return { ...moment, stuck: { entry: entryOf(folded.at), failure: { name: 'Error', message: folded.message } } };
}

export function referenceMoment(game: Game): Moment {
  return { leaves: referenceLeaves(game), game: referencePicture(game), boardFrom: 'state' };
}

function referencePicture(game: Game): GamePicture {
  if (game.status === 'waiting')
    return { board: emptyBoard, playerOne: undefined, playerTwo: undefined, nextPlayer: undefined, result: undefined };
  return {
    board: game.board,
    playerOne: game.playerOne,
    playerTwo: game.playerTwo,
    nextPlayer: game.status === 'playing' ? game.nextPlayer : undefined,
    result: game.status === 'finished' ? game.result : undefined,
  };
}

function referenceLeaves(game: Game): readonly Leaf[] {
  const { playerOne, playerTwo, nextPlayer, result, board } = referencePicture(game);
  const name = (path: string, text: string | undefined) =>
    text === undefined ? leafOf(path, 'undefined', 'absent') : leafOf(path, quoted(text), 'text');
  return [
    name('playerOne', playerOne),
    name('playerTwo', playerTwo),
    name('nextPlayer', nextPlayer),
    name('result', result),
    ...columns.map((column) => leafOf(`board.${column}`, `[${(board ?? emptyBoard)[column].join(', ')}]`, 'list')),
  ];
}
