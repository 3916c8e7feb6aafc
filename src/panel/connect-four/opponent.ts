import { type Board, type Column, columns, rowsPerColumn, type Token } from '../../domain/connect-four/board.ts';
import type { Strength } from '../../pages/panel/connect-four/board.ts';

/** How many moves each strength looks ahead, and how often it does not look at all. */
const skills: Readonly<Record<Strength, { readonly ahead: number; readonly careless: number }>> = {
  easy: { ahead: 0, careless: 0.3 },
  medium: { ahead: 2, careless: 0.05 },
  strong: { ahead: 6, careless: 0 },
};

/** Better moves first: the middle is part of most fours, and what is found early cuts off the rest. */
const middleFirst = [3, 2, 4, 1, 5, 0, 6] as const;
const won = 1_000;

/** Where the computer plays, or undefined when the board is full. `random` gives numbers from 0 up to 1. */
export function chooseColumn(board: Board, token: Token, strength: Strength, random: () => number): Column | undefined {
  const position = new Position(board, token);
  const open = middleFirst.filter((column) => position.isOpen(column));
  const { ahead, careless } = skills[strength];
  const pick = (from: readonly number[]) => columns[from[Math.floor(random() * from.length)] ?? -1];
  if (random() < careless) return pick(open);
  const scored = open.map((column) => ({ column, score: scoreOf(position, column, 1, ahead, -Infinity, Infinity) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return pick(scored.filter(({ score }) => score === best).map(({ column }) => column));
}

/** What a move is worth to `side`; a win is worth more the sooner it comes. */
function scoreOf(at: Position, column: number, side: Side, ahead: number, low: number, high: number): number {
  if (at.wins(column, side)) return won + ahead;
  at.drop(column, side);
  const score = at.isFull ? 0 : -bestOf(at, side === 1 ? -1 : 1, ahead, -high, -low);
  at.take(column);
  return score;
}

/** What a position is worth to who moves next. */
function bestOf(at: Position, side: Side, ahead: number, low: number, high: number): number {
  if (middleFirst.some((column) => at.isOpen(column) && at.wins(column, side))) return won + ahead - 1;
  if (ahead === 0) return at.middle * side;
  let best = low;
  for (const column of middleFirst) {
    if (!at.isOpen(column)) continue;
    best = Math.max(best, scoreOf(at, column, side, ahead - 1, best, high));
    if (best >= high) break;
  }
  return best;
}

/** The computer's own tokens are 1, the other player's are −1. */
type Side = 1 | -1;
const directions = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** A board that moves can be tried on and taken back from, for a search copies nothing. */
class Position {
  readonly #columns: Side[][];
  /** How much more of the middle the computer holds. */
  middle = 0;

  constructor(board: Board, own: Token) {
    this.#columns = columns.map((column) => board[column].map((token) => (token === own ? 1 : -1)));
    this.#columns.forEach((tokens, column) => {
      for (const side of tokens) this.middle += side * weight(column);
    });
  }

  get isFull(): boolean {
    return middleFirst.every((column) => !this.isOpen(column));
  }

  isOpen(column: number): boolean {
    return (this.#columns[column]?.length ?? rowsPerColumn) < rowsPerColumn;
  }

  drop(column: number, side: Side): void {
    this.#columns[column]?.push(side);
    this.middle += side * weight(column);
  }

  take(column: number): void {
    this.middle -= (this.#columns[column]?.pop() ?? 0) * weight(column);
  }

  /** Would a token of this side, dropped here, make four? */
  wins(column: number, side: Side): boolean {
    const row = this.#columns[column]?.length ?? 0;
    return directions.some(
      ([right, up]) => this.#run(column, row, right, up, side) + this.#run(column, row, -right, -up, side) >= 3,
    );
  }

  #run(column: number, row: number, right: number, up: number, side: Side): number {
    let length = 0;
    while (length < 3 && this.#columns[column + right * (length + 1)]?.[row + up * (length + 1)] === side) length++;
    return length;
  }
}

function weight(column: number): number {
  return 3 - Math.abs(3 - column);
}
