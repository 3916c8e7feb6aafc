export const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Column = (typeof columns)[number];

export const rowsPerColumn = 6;

/** Red belongs to player one, yellow to player two. */
export type Token = 'RED' | 'YELLOW';

/** Each column from the bottom up; a column holds at most six tokens. */
export type Board = Readonly<Record<Column, readonly Token[]>>;

/** A hole of the board; rows count from 0 at the bottom. */
export interface Hole {
  readonly column: Column;
  readonly row: number;
}

export function boardOf(tokens: (column: Column) => readonly Token[]): Board {
  return {
    A: tokens('A'),
    B: tokens('B'),
    C: tokens('C'),
    D: tokens('D'),
    E: tokens('E'),
    F: tokens('F'),
    G: tokens('G'),
  };
}

export const emptyBoard: Board = boardOf(() => []);

export function isColumn(value: unknown): value is Column {
  return columns.some((column) => column === value);
}

export function hasRoomInColumn(board: Board, column: Column): boolean {
  return board[column].length < rowsPerColumn;
}

export function dropToken(board: Board, column: Column, token: Token): Board {
  return { ...board, [column]: [...board[column], token] };
}

export function isFull(board: Board): boolean {
  return columns.every((column) => !hasRoomInColumn(board, column));
}

export function tokenAt(board: Board, hole: Hole): Token | undefined {
  return board[hole.column][hole.row];
}
