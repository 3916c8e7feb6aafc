import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import { boardIn, type Tokens, tokensText } from './board.ts';
import { gameFile, nextPlayerIn, playerOne, playerTwo } from './game.ts';
import { judgePlayers } from './players.ts';

type Moves = Seen<'before' | 'moved' | 'after' | 'answered' | 'later'>;

/** What the first two moves did to the state; undefined when both are on the board and the turn went round. */
export function judgeMoveApplied(seen: Moves): NotYet | undefined {
  const board = boardIn(seen, 'after');
  if (board === undefined) return noBoard(seen);
  return (
    judgeFirst(seen, board) ??
    judgeTurn(seen, 'after', playerTwo) ??
    judgeAnswer(seen) ??
    judgePlayers(seen, 'before', 'Before anybody has moved') ??
    judgePlayers(seen, 'after', 'After the first move')
  );
}

function noBoard(seen: Moves): NotYet {
  return notYet('board-hidden', {
    headline: 'There is no board to be seen on your `Game`.',
    why: 'Whoever looks at a game wants to see its tokens: let `board` give out the state of the board, worked out from the events.',
    ...lineOf(seen.files, gameFile, 'board'),
  });
}

function judgeFirst(seen: Moves, board: Tokens): NotYet | undefined {
  const dropped = board.D ?? [];
  const others = Object.entries(board).find(([column, tokens]) => column !== 'D' && tokens.length > 0)?.[0];
  if (dropped.length === 0 && others === undefined) return notOnBoard(seen);
  if (others !== undefined) {
    return notYet('wrong-column', {
      headline: `${playerOne} chose column D, and there is a token in column ${others}.`,
      why: 'State is whatever the events say, nothing else: take the column from the event that is passed to `apply`.',
      ...lineOf(seen.files, gameFile, 'apply', /\baddMove\s*\(/),
    });
  }
  if (dropped.length > 1) {
    return notYet('applied-twice', {
      headline: `One \`makeMove\` put ${dropped.length} tokens on the board.`,
      why: 'Live state and rebuilt state must agree, and a replay applies each event once: let `apply` alone drop the token, and call it once.',
      ...lineOf(seen.files, gameFile, 'makeMove', /\baddMove\s*\(|\bapply\s*\(/),
    });
  }
  return dropped[0] === playerOne ? undefined : wrongToken(seen, playerOne, dropped);
}

function notOnBoard(seen: Moves): NotYet {
  if (nextPlayerIn(seen, 'after') === nextPlayerIn(seen, 'before')) {
    return notYet('recorded-not-applied', {
      headline: 'Your command recorded a `MoveMade`, and the game is as it was before.',
      why: 'History and state have drifted apart: the next decision would be made on a board that is out of date, so `apply` has to turn the event into state.',
      ...lineOf(seen.files, gameFile, 'apply'),
    });
  }
  return notYet('move-not-on-board', {
    headline: 'Applying your `MoveMade` passed the turn, but there is no token in column D.',
    why: 'The board is made from events and nothing else: `apply` has to drop the token that the event tells of.',
    ...lineOf(seen.files, gameFile, 'apply'),
  });
}

function wrongToken(seen: Moves, player: string, tokens: readonly string[]): NotYet {
  return notYet('wrong-token', {
    headline: `${player} moved, and in column D there is now, from the bottom up: ${tokensText(tokens)}.`,
    why: 'The event says who moved, so the colour follows from its `player` alone; asking whose turn it is gives another answer at another time.',
    ...lineOf(seen.files, gameFile, 'apply', /\baddMove\s*\(|\bRED\b|\bYELLOW\b/),
  });
}

function judgeTurn(seen: Moves, label: 'after' | 'later', expected: string): NotYet | undefined {
  const next = nextPlayerIn(seen, label);
  if (next === expected) return undefined;
  const mover = expected === playerOne ? playerTwo : playerOne;
  return notYet('turn-not-passed', {
    headline: `After ${mover}’s move \`nextPlayer\` is ${next === undefined ? 'nobody' : next}.`,
    why: `A \`MoveMade\` by ${mover} means that it is ${expected}’s turn, and \`apply\` is where events get their meaning.`,
    ...lineOf(seen.files, gameFile, 'apply', /\baddMove\s*\(/),
  });
}

function judgeAnswer(seen: Moves): NotYet | undefined {
  const thrown = seen.thrown('answered');
  if (thrown !== undefined) {
    return notYet('move-refused', {
      headline: `${playerTwo}’s answer was refused: ${thrownText(thrown)}`,
      why: `It is ${playerTwo}’s turn and column D has room for five more tokens, so the move should be recorded.`,
      ...(thrown.frames[0] ? { at: thrown.frames[0] } : lineOf(seen.files, gameFile, 'makeMove')),
    });
  }
  const tokens = boardIn(seen, 'later')?.D ?? [];
  if (tokens.join() !== [playerOne, playerTwo].join()) return wrongToken(seen, playerTwo, tokens);
  return judgeTurn(seen, 'later', playerOne);
}
