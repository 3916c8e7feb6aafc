import { styleText } from 'node:util';
import { type Board, columns, rowsPerColumn, type Token, tokenAt } from '../../domain/connect-four/board.ts';

export interface Symbols {
  readonly red: string;
  readonly yellow: string;
}

export const plainSymbols: Symbols = { red: 'X', yellow: 'O' };
export const colouredSymbols: Symbols = { red: inColour('red'), yellow: inColour('yellow') };

/** The board as lines of text, top row first, with the columns' letters below. */
export function boardText(board: Board, symbols: Symbols = plainSymbols): string {
  const rows = Array.from({ length: rowsPerColumn }, (_, index) => rowText(board, rowsPerColumn - 1 - index, symbols));
  return [...rows, `  ${columns.join('   ')}`].join('\n');
}

function rowText(board: Board, row: number, symbols: Symbols): string {
  return `| ${columns.map((column) => tokenText(tokenAt(board, { column, row }), symbols)).join(' | ')} |`;
}

function tokenText(token: Token | undefined, symbols: Symbols): string {
  if (token === undefined) return ' ';
  return token === 'RED' ? symbols.red : symbols.yellow;
}

/** Whoever asks for colours knows that they can be shown. */
function inColour(colour: keyof Symbols): string {
  return styleText(colour, '●', { validateStream: false });
}
