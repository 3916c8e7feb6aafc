import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { createGame, read, replay } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { type SeenEvent, stringsOf } from '../../../src/course/seen-event.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { boardAfter, boardIn, differingColumn, tokensText } from './board.ts';
import { isFinish, judgeResultApplied } from './finished.ts';
import { beside, eventsIn, gameFile, moves, saysResult, startGame, story } from './game.ts';
import { judgeFairMoves } from './refused.ts';
import { judgeReplay } from './replayed.ts';
import { tie, winAtTheLast, winOfTwo } from './whole-games.ts';

type Label = 'two' | 'tied' | 'last';
type Moves = 'movesTwo' | 'movesTied' | 'movesLast';

interface WholeGame {
  readonly label: Label;
  readonly moves: Moves;
  readonly columns: string;
  readonly result: string;
  /** What happened, for the beginning of a sentence. */
  readonly what: string;
}

const games: readonly WholeGame[] = [
  {
    label: 'two',
    moves: 'movesTwo',
    columns: winOfTwo,
    result: 'PLAYER_TWO_WON',
    what: 'Player two has four along a diagonal',
  },
  {
    label: 'tied',
    moves: 'movesTied',
    columns: tie,
    result: 'TIED',
    what: 'The board is full and nobody has four in a row',
  },
  {
    label: 'last',
    moves: 'movesLast',
    columns: winAtTheLast,
    result: 'PLAYER_TWO_WON',
    what: 'The last token that fits on the board gives player two four in a row',
  },
];

export const play = step({
  number: '2.5',
  title: 'Play',
  place: { file: gameFile, member: 'makeMove' },
  scenario: {
    gameTwo: createGame('gameTwo'),
    startTwo: startGame('gameTwo'),
    movesTwo: moves('gameTwo', winOfTwo),
    two: read('gameTwo'),
    gameTied: createGame('gameTied'),
    startTied: startGame('gameTied'),
    movesTied: moves('gameTied', tie),
    tied: read('gameTied'),
    gameLast: createGame('gameLast'),
    startLast: startGame('gameLast'),
    movesLast: moves('gameLast', winAtTheLast),
    last: read('gameLast'),
    fresh: createGame('fresh'),
    again: replay('gameLast', 'fresh', winAtTheLast.length + 2),
    rebuilt: read('fresh'),
  },
  mayThrow: ['movesTwo', 'movesTied', 'movesLast', 'again'],
  judge: (seen) => {
    for (const game of games) {
      const wrong = judgeGame(seen, game);
      if (wrong !== undefined) return wrong;
    }
    return judgeReplay(seen, { live: 'last', rebuilt: 'rebuilt', replay: 'again' }) ?? passed;
  },
  hints: [
    'Three games are played here: player two wins along a diagonal, the board fills up with no winner, and player two wins with the very last token. Which of them goes wrong?',
    'Play it in the panel and step back and forth: the event after which the state is not what you expect is the one to look at.',
    '`this._board.getResult()` knows all three ends, so pass on what it says, unchanged, into `GameFinished`, and let `apply` copy it into `this.result`.',
  ],
  afterwards:
    'You played a whole game, and what is left of it is a list of small facts. From that list anybody can watch it again, move by move, which no saved board could ever offer.',
});

function judgeGame(seen: Seen<Label | Moves>, game: WholeGame): NotYet | undefined {
  const { label, moves, columns, result, what } = game;
  const events = eventsIn(seen, label);
  const refused = events.some(isFinish) ? undefined : judgeFairMoves(seen, moves, (turn) => moveText(what, turn));
  if (refused !== undefined) return refused;
  const at = lineOf(seen.files, gameFile, undefined, /\bgetResult\s*\(/);
  const last = events.at(-1);
  if (last === undefined || !isFinish(last) || events.length !== columns.length + 2) {
    const told = {
      headline: `${what}, and what was recorded is not a start, ${columns.length} moves and one end.`,
      why: 'A whole game has to be readable from its events alone, from the `GameStarted` to the `GameFinished`.',
      ...at,
    };
    return notYet('history-incomplete', beside(told, story(columns, result), events));
  }
  return judgeEnd(seen, game, last) ?? judgeResultApplied(seen, label, result) ?? judgeBoard(seen, label, columns);
}

/** `what` is how the game would have ended. */
function moveText(what: string, turn: number): string {
  return `${what}, or would have: move ${turn + 1} of that game`;
}

function judgeEnd(seen: Seen<Label>, { label, columns, result, what }: WholeGame, last: SeenEvent): NotYet | undefined {
  if (saysResult(stringsOf(last), result)) return undefined;
  const told = {
    headline: `${what}, and your \`GameFinished\` says ${stringsOf(last).join(', ') || 'nothing'}.`,
    why: 'Nobody counts the tokens again: whoever reads the stream believes the event, for as long as it is kept.',
    ...lineOf(seen.files, gameFile, undefined, /\bGameFinished\b|\bgetResult\s*\(/),
  };
  const mistake = saysResult(stringsOf(last), 'TIED') ? 'win-called-tie' : 'wrong-winner';
  return notYet(mistake, beside(told, story(columns, result), eventsIn(seen, label)));
}

function judgeBoard(seen: Seen<Label>, label: Label, columns: string): NotYet | undefined {
  const expected = boardAfter(columns);
  const board = boardIn(seen, label) ?? {};
  const column = differingColumn(expected, board);
  if (column === undefined) return undefined;
  return notYet('board-wrong', {
    headline: `At the end column ${column} holds ${tokensText(board[column])}; by the moves it should be ${tokensText(expected[column])}.`,
    why: 'The board is nothing but what the events add up to: each `MoveMade` is one token, in its column, of its player’s colour.',
    ...lineOf(seen.files, gameFile, 'apply', /\baddMove\s*\(/),
  });
}
