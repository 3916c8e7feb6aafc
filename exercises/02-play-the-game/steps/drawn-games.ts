import type { Draw } from '../../../src/course/draw.ts';

/** Columns from A to G, in the order in which two players take turns at them. */
export type Moves = string;

export type Direction = 'up' | 'across' | 'rising' | 'falling';

export const directions: readonly [Direction, ...Direction[]] = ['up', 'across', 'rising', 'falling'];

/** How a game ends, in the words of the board. */
export type Result = 'PLAYER_ONE_WON' | 'PLAYER_TWO_WON' | 'TIED';

export interface WholeGame {
  readonly moves: Moves;
  readonly result: Result;
  /** What ended it, as the beginning of a sentence. */
  readonly what: string;
}

const columnNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const rows = 6;
const steps: Readonly<Record<Direction, readonly [right: number, up: number]>> = {
  up: [0, 1],
  across: [1, 0],
  rising: [1, 1],
  falling: [1, -1],
};
const said: Readonly<Record<Direction, string>> = {
  up: 'one above the other',
  across: 'in a row',
  rising: 'along a diagonal that rises to the right',
  falling: 'along a diagonal that falls to the right',
};

/** Some different columns. */
export function drawColumns(draw: Draw, count: number): readonly string[] {
  return draw.shuffled(columnNames).slice(0, count);
}

/** A game that one of the two (0 or 1) wins with four in a given direction, in any part of the board. */
export function drawWin(draw: Draw, winner: 0 | 1, direction: Direction): WholeGame {
  const result = winner === 0 ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON';
  const moves = retried(() => playTowards(draw, winner, direction, drawLine(draw, direction)));
  return { moves, result, what: `Player ${winner === 0 ? 'one' : 'two'} has four ${said[direction]}` };
}

/** Forty-two tokens, and never four in a row. */
export function drawTie(draw: Draw): WholeGame {
  const moves = retried(() => {
    const board = new Board();
    playOn(draw, board, 42);
    return board.length === 42 ? board.moves : undefined;
  });
  return { moves, result: 'TIED', what: 'The board is full and nobody has four in a row' };
}

/** A game that player two wins with the very last token that fits on the board. */
export function drawWinAtTheLast(draw: Draw): WholeGame {
  const moves = retried(() => {
    const board = new Board();
    playOn(draw, board, 41);
    const [last] = board.length === 41 ? board.open() : [];
    if (last === undefined || !board.isWon(last)) return undefined;
    board.drop(last);
    return board.moves;
  });
  return {
    moves,
    result: 'PLAYER_TWO_WON',
    what: 'The last token that fits on the board gives player two four in a row',
  };
}

/** What nobody can play by chance in so many games is a mistake of this file. */
function retried(play: () => Moves | undefined): Moves {
  for (let left = 20_000; left > 0; left--) {
    const moves = play();
    if (moves !== undefined) return moves;
  }
  throw new Error('No such game came up.');
}

/** Plays on by chance, and nobody ever gets four; stops early where every move would. */
function playOn(draw: Draw, board: Board, length: number): void {
  while (board.length < length) {
    const column = draw.shuffled(board.open()).find((each) => !board.isWon(each));
    if (column === undefined) return;
    board.drop(column);
  }
}

/** The four holes of one of all lines in a direction. */
function drawLine(draw: Draw, direction: Direction): ReadonlySet<number> {
  const [right, up] = steps[direction];
  const column = draw.below(columnNames.length - 3 * right);
  const row = draw.below(rows - 3 * Math.abs(up)) + (up < 0 ? 3 : 0);
  return new Set([0, 1, 2, 3].map((far) => holeAt(column + far * right, row + far * up)));
}

/** The winner goes for the line and nobody else for it; undefined where the game came to another end. */
function playTowards(draw: Draw, winner: 0 | 1, direction: Direction, line: ReadonlySet<number>): Moves | undefined {
  const board = new Board();
  for (;;) {
    const isWinner = board.length % 2 === winner;
    const isOnLine = (column: number) => line.has(holeAt(column, board.heightOf(column)));
    const open = draw.shuffled(board.open());
    const winning = isWinner ? open.find((column) => isOnLine(column) && board.isWon(column)) : undefined;
    if (winning !== undefined) {
      if (directions.some((other) => other !== direction && board.isWon(winning, [other]))) return undefined;
      board.drop(winning);
      return board.moves;
    }
    const harmless = open.filter((column) => !board.isWon(column));
    const column = harmless.find((each) => isOnLine(each) === isWinner) ?? (isWinner ? harmless[0] : undefined);
    if (column === undefined) return undefined;
    board.drop(column);
  }
}

/** Columns stand apart by more than there are rows, so that no line runs from one into the next. */
function holeAt(column: number, row: number): number {
  return column * 16 + row + 4;
}

/** A board as far as it takes to play by the rules; columns by their numbers. */
class Board {
  length = 0;
  moves: Moves = '';
  readonly #owners = new Int8Array(16 * (columnNames.length + 8)).fill(-1);
  readonly #heights = new Int8Array(columnNames.length);

  heightOf(column: number): number {
    return this.#heights[column] ?? rows;
  }

  open(): number[] {
    return [0, 1, 2, 3, 4, 5, 6].filter((column) => this.heightOf(column) < rows);
  }

  drop(column: number): void {
    this.#owners[this.#next(column)] = this.length % 2;
    this.#heights[column] = this.heightOf(column) + 1;
    this.length++;
    this.moves += columnNames[column];
  }

  /** Whether a token in this column would give whoever is next four. */
  isWon(column: number, ways: readonly Direction[] = directions): boolean {
    const hole = this.#next(column);
    return ways.some((direction) => {
      const [right, up] = steps[direction];
      const step = right * 16 + up;
      return 1 + this.#run(hole, step) + this.#run(hole, -step) >= 4;
    });
  }

  /** The hole that a token in this column falls into; outer columns are kept free around the board. */
  #next(column: number): number {
    return holeAt(column + 4, this.heightOf(column));
  }

  /** How many of theirs lie beside a hole, going one way. */
  #run(hole: number, step: number): number {
    const own = this.length % 2;
    let count = 0;
    while (count < 3 && this.#owners[hole + (count + 1) * step] === own) count++;
    return count;
  }
}
