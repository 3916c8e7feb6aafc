import type { Draw } from '../../../src/course/draw.ts';

/** Columns from A to G, in the order in which two players take turns at them. */
export type Moves = string;

export type Direction = 'up' | 'across' | 'rising' | 'falling';

export const directions: readonly Direction[] = ['up', 'across', 'rising', 'falling'];

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
    return board.moves.length === 42 ? board.moves : undefined;
  });
  return { moves, result: 'TIED', what: 'The board is full and nobody has four in a row' };
}

/** A game that player two wins with the very last token that fits on the board. */
export function drawWinAtTheLast(draw: Draw): WholeGame {
  const moves = retried(() => {
    const board = new Board();
    playOn(draw, board, 41);
    const [last] = board.moves.length === 41 ? board.open() : [];
    return last !== undefined && board.winsIn(last).length > 0 ? `${board.moves}${last}` : undefined;
  });
  return { moves, result: 'PLAYER_TWO_WON', what: 'The last token that fits on the board gives player two four in a row' };
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
  while (board.moves.length < length) {
    const harmless = board.open().filter((column) => board.winsIn(column).length === 0);
    const column = draw.shuffled(harmless)[0];
    if (column === undefined) return;
    board.drop(column);
  }
}

type Line = ReadonlySet<string>;

/** The four holes of one of all lines in a direction, as `D2`. */
function drawLine(draw: Draw, direction: Direction): Line {
  const [right, up] = steps[direction];
  const column = draw.below(columnNames.length - 3 * right);
  const row = draw.below(rows - 3 * Math.abs(up)) + (up < 0 ? 3 : 0);
  return new Set([0, 1, 2, 3].map((far) => `${columnNames[column + far * right]}${row + far * up}`));
}

/** The winner goes for the line and nobody else for it; undefined where the game came to another end. */
function playTowards(draw: Draw, winner: 0 | 1, direction: Direction, line: Line): Moves | undefined {
  const board = new Board();
  for (;;) {
    const isWinner = board.moves.length % 2 === winner;
    const open = draw.shuffled(board.open());
    const onLine = open.filter((column) => line.has(`${column}${board.heightOf(column)}`));
    const winning = isWinner ? onLine.find((column) => isOnly(board.winsIn(column), direction)) : undefined;
    if (winning !== undefined) return `${board.moves}${winning}`;
    const harmless = open.filter((column) => board.winsIn(column).length === 0);
    const wanted = harmless.filter((column) => onLine.includes(column) === isWinner);
    const column = wanted[0] ?? (isWinner ? harmless[0] : undefined);
    if (column === undefined) return undefined;
    board.drop(column);
  }
}

function isOnly(found: readonly Direction[], direction: Direction): boolean {
  return found.length === 1 && found[0] === direction;
}

/** A board as far as it takes to play by the rules. */
class Board {
  moves: Moves = '';
  readonly #owners = new Map<string, number>();
  readonly #heights = new Map<string, number>();

  heightOf(column: string): number {
    return this.#heights.get(column) ?? 0;
  }

  open(): string[] {
    return columnNames.filter((column) => this.heightOf(column) < rows);
  }

  drop(column: string): void {
    this.#owners.set(`${column}${this.heightOf(column)}`, this.moves.length % 2);
    this.#heights.set(column, this.heightOf(column) + 1);
    this.moves += column;
  }

  /** In which directions whoever is next would have four with a token in a column. */
  winsIn(column: string): Direction[] {
    return directions.filter((direction) => {
      const [right, up] = steps[direction];
      return 1 + this.#run(column, right, up) + this.#run(column, -right, -up) >= 4;
    });
  }

  /** How many of theirs lie beside it, going one way. */
  #run(column: string, right: number, up: number): number {
    const [x, y] = [columnNames.indexOf(column), this.heightOf(column)];
    let count = 0;
    while (this.#owners.get(`${columnNames[x + (count + 1) * right]}${y + (count + 1) * up}`) === this.moves.length % 2)
      count++;
    return count;
  }
}
