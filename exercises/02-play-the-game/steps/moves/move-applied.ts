import { thrownText } from '../../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../../src/course/judgement.ts';
import { isCrash } from '../../../../src/course/judging/refusal.ts';
import { writesIn } from '../../../../src/course/judging/writes.ts';
import { arePlayers, doneTooLate, inGame, playersText } from '../../../01-start-game/steps/game.ts';
import { type Board, boardIn, differingColumn, isEmpty, tokensText, wrongColumn } from '../board.ts';
import type { FirstMoves } from '../drawn.ts';
import { moveText, nextPlayerIn } from '../game.ts';
import { type Moving, recordedIn } from './move-recorded.ts';

/** What the first two moves did to the state, right when they came back. */
export function judgeMoveApplied(seen: Moving, drawn: FirstMoves): NotYet | undefined {
  const board = boardIn(seen.members('moved'));
  if (board === undefined) return noBoard(seen);
  return (
    judgeShared(seen, drawn) ??
    judgeFirst(seen, drawn, board) ??
    judgeTurn(seen, 'moved', drawn.players[0], drawn.players[1]) ??
    judgeAnswer(seen, drawn) ??
    judgeOtherColumn(seen, drawn) ??
    judgePlayers(seen, drawn) ??
    judgeBeside(seen, drawn)
  );
}

function noBoard(seen: Moving): NotYet {
  return notYet('board-hidden', {
    headline: 'There is no board to be seen on your `Game`.',
    why: 'Whoever looks at a game wants to see its tokens: let `board` give out the state of the board, worked out from the events.',
    ...seen.at(inGame('board')),
  });
}

/** Two games are played side by side, one turn of each and then the next. */
function judgeShared(seen: Moving, { players }: FirstMoves): NotYet | undefined {
  const why =
    'Each aggregate is a world of its own, made from its own events; keep what belongs to a game in the object itself, and in nothing that all games have in common.';
  const [untouched, twin, later] = [
    boardIn(seen.members('moved', 1)),
    boardIn(seen.members('movedTwin')),
    boardIn(seen.members('answered', 1)),
  ];
  const isTouched = untouched !== undefined && !isEmpty(untouched);
  if (isTouched || (twin !== undefined && later !== undefined && differingColumn(twin, later) !== undefined)) {
    return notYet('board-shared', {
      headline: 'A move in one game also changed the board of another.',
      why,
      ...seen.at(inGame('Game', 'creates:Board'), inGame('board')),
    });
  }
  const thrown = seen.thrown('movedTwin');
  if (thrown === undefined) return undefined;
  return notYet('state-shared', {
    headline: `After a first move in one game, ${players[0]}’s first move in another game of theirs ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
    why,
    ...thrownAt(seen, thrown, inGame('makeMove')),
  });
}

function judgeFirst(seen: Moving, drawn: FirstMoves, board: Board): NotYet | undefined {
  const { players, column } = drawn;
  const dropped = board[column] ?? [];
  const astray = inAnotherColumn(seen, players[0], board, column);
  if (dropped.length === 0 && astray === undefined) return notOnBoard(seen, drawn);
  if (astray !== undefined) return astray;
  if (dropped.length > 1) {
    return notYet('applied-twice', {
      headline: `One \`${seen.words.member('makeMove')}\` put ${dropped.length} tokens on the board.`,
      why: 'Live state and rebuilt state must agree, and a replay applies each event once: let `apply` alone drop the token, and call it once.',
      ...seen.at(inGame('makeMove', 'calls:addMove', 'calls:apply')),
    });
  }
  return wrongToken(seen, players[0], board, column);
}

/** The first move of another game went into another column, which a token that always goes the same way shows. */
function judgeOtherColumn(seen: Moving, { players, otherColumn }: FirstMoves): NotYet | undefined {
  return inAnotherColumn(seen, players[0], boardIn(seen.members('other')) ?? {}, otherColumn);
}

function inAnotherColumn(seen: Moving, player: string, board: Board, column: string): NotYet | undefined {
  const other = Object.entries(board).find(([name, tokens]) => name !== column && tokens.length > 0)?.[0];
  if (other === undefined) return undefined;
  return notYet('wrong-column', {
    headline: `${player} chose column ${column}, and there is a token in column ${other}.`,
    why: 'State is whatever the events say, nothing else: take the column from the event that is passed to `apply`.',
    ...seen.at(inGame('apply', 'calls:addMove')),
  });
}

function notOnBoard(seen: Moving, { players, column }: FirstMoves): NotYet {
  const later = boardIn(seen.members('after'));
  if (later !== undefined && !isEmpty(later))
    return doneTooLate(seen, moveText(players[0], column, seen.words), 'makeMove');
  const next = (label: 'before' | 'after') => nextPlayerIn(seen.members(label), seen.words);
  if (next('after') === next('before')) {
    return notYet('recorded-not-applied', {
      headline: 'Your command recorded a `MoveMade`, and the game is as it was before.',
      why: 'History and state have drifted apart: the next decision would be made on a board that is out of date, so `apply` has to turn the event into state.',
      ...seen.at(inGame('apply')),
    });
  }
  return notYet('move-not-on-board', {
    headline: `After ${players[0]}’s move the turn has passed, but there is no token in column ${column}.`,
    why: 'The board is made from events and nothing else: `apply` has to drop the token that the event tells of.',
    ...seen.at(inGame('apply')),
  });
}

function wrongToken(seen: Moving, player: string, board: Board, moves: string): NotYet | undefined {
  const wrong = wrongColumn(board, moves, seen.words);
  if (wrong === undefined) return undefined;
  return notYet('wrong-token', {
    headline: `${player} moved, and in column ${wrong.column} there is now, from the bottom up: ${wrong.found}. It should be ${wrong.expected}.`,
    why: 'The event says who moved, so the colour follows from its player; asking whose turn it is gives another answer at another time.',
    ...seen.at(inGame('apply', 'calls:addMove', 'mentions:RED', 'mentions:YELLOW')),
  });
}

function judgeTurn(seen: Moving, label: 'moved' | 'answered', mover: string, expected: string): NotYet | undefined {
  const next = nextPlayerIn(seen.members(label), seen.words);
  if (next === expected) return undefined;
  return notYet('turn-not-passed', {
    headline: `After ${mover}’s move \`${seen.words.member('nextPlayer')}\` is ${next ?? 'nobody'}.`,
    why: `A \`MoveMade\` by ${mover} means that it is ${expected}’s turn, and \`apply\` is where events get their meaning.`,
    ...seen.at(inGame('apply', 'assigns:nextPlayer'), inGame('apply')),
  });
}

function judgeAnswer(seen: Moving, { players, column }: FirstMoves): NotYet | undefined {
  const thrown = seen.thrown('answered');
  if (thrown !== undefined) {
    return notYet('move-refused', {
      headline: `${players[1]}’s answer ${isCrash(thrown) ? 'broke your code' : 'was refused'}: ${thrownText(thrown, seen.words)}`,
      why: `It is ${players[1]}’s turn and column ${column} has room for five more tokens, so the move should be recorded.`,
      ...thrownAt(seen, thrown, inGame('makeMove')),
    });
  }
  const board = boardIn(seen.members('answered')) ?? {};
  return wrongToken(seen, players[1], board, column + column) ?? judgeTurn(seen, 'answered', players[1], players[0]);
}

function judgePlayers(seen: Moving, { players }: FirstMoves): NotYet | undefined {
  const whens = {
    before: 'Before anybody has moved',
    moved: 'After the first move',
    answered: 'After the second move',
  };
  for (const label of ['before', 'moved', 'answered'] as const) {
    if (arePlayers(seen.members(label), players)) continue;
    return notYet('players-changed', {
      headline: `${whens[label]} the game is ${playersText(seen.members(label), seen.words)}, in this order.`,
      why: `The \`GameStarted\` said ${players[0]} and ${players[1]}, and no other event says anything else: who plays stays as it is, and only the turn goes round.`,
      ...seen.at(inGame('apply', 'assigns:playerOne', 'assigns:playerTwo')),
    });
  }
  return undefined;
}

/** Whether the command changes the state itself: by its own lines, or although `apply` was replaced by one that does nothing. */
function judgeBeside(seen: Moving, { players, column }: FirstMoves): NotYet | undefined {
  const [before, after] = [seen.members('unprobed'), seen.members('probed')];
  const board = boardIn(after);
  const hasChanged =
    nextPlayerIn(before, seen.words) !== nextPlayerIn(after, seen.words) || (board !== undefined && !isEmpty(board));
  const { calls, writes } = seen.noted('noted');
  const own = writesIn(writes, 'makeMove');
  const isApplied = calls.some(({ count }) => count > 0);
  if (!hasChanged || (own === undefined && !isApplied) || recordedIn(seen, 'after').length === 0) return undefined;
  const what =
    board !== undefined && !isEmpty(board)
      ? `there is ${tokensText(board[column], seen.words)} in column ${column}`
      : `\`${seen.words.member('nextPlayer')}\` is another`;
  return notYet('state-set-in-command', {
    headline: isApplied
      ? `With an \`${seen.words.member('apply')}\` that does nothing, after \`${moveText(players[0], column, seen.words)}\` ${what} all the same: your command does it itself.`
      : `Your command sets \`${seen.words.member('nextPlayer')}\` itself.`,
    why: 'What a command does to the state on its own is in no event and is lost with the object; let `apply` alone change state.',
    ...(own === undefined ? seen.at(inGame('makeMove', 'calls:addMove', 'assigns:nextPlayer')) : { at: own }),
  });
}
