import type { GameResult } from './result';

export const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Column = (typeof columns)[number];

/** Player one's tokens are red, player two's are yellow. */
export type Token = 'RED' | 'YELLOW';

/** The tokens in every column, from the bottom up. */
export type BoardState = Readonly<Record<Column, readonly Token[]>>;

/** The board: seven columns with room for six tokens each. It knows nothing of turns or events. */
export class Board {
  readonly #tokens: Record<Column, Token[]> = { A: [], B: [], C: [], D: [], E: [], F: [], G: [] };

  /** A copy: whoever looks at a board can't change it. */
  get state(): BoardState {
    const { A, B, C, D, E, F, G } = this.#tokens;
    return { A: [...A], B: [...B], C: [...C], D: [...D], E: [...E], F: [...F], G: [...G] };
  }

  addMove(column: Column, token: Token): void {
    this.#tokens[column].push(token);
  }

  hasRoomInColumn(column: Column): boolean {
    return this.#tokens[column].length < rows;
  }

  /** Undefined while the game goes on. */
  getResult(): GameResult | undefined {
    const winner = winnerOf(this.#tokens);
    if (winner !== undefined) return winner === 'RED' ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON';
    return columns.some((column) => this.hasRoomInColumn(column)) ? undefined : 'TIED';
  }
}

// You need not read on: from here to the end it is about finding four in a row.

const rows = 6;

/** Upwards, to the right, and along both diagonals. */
const directions = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
] as const;

function winnerOf(tokens: BoardState): Token | undefined {
  for (const column of columns.keys()) {
    for (const row of Array(rows).keys()) {
      const token = tokenAt(tokens, column, row);
      if (token !== undefined && directions.some((direction) => hasFour(tokens, column, row, direction))) return token;
    }
  }
  return undefined;
}

function hasFour(tokens: BoardState, column: number, row: number, [right, up]: (typeof directions)[number]): boolean {
  const token = tokenAt(tokens, column, row);
  return [1, 2, 3].every((distance) => tokenAt(tokens, column + right * distance, row + up * distance) === token);
}

function tokenAt(tokens: BoardState, column: number, row: number): Token | undefined {
  const name = columns[column];
  return name === undefined ? undefined : tokens[name][row];
}
