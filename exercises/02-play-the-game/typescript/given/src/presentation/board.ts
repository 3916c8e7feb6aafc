import { type BoardState, columns, type Token } from '../domain/board';

const rowsFromTheTop = [5, 4, 3, 2, 1, 0];

/** A board as lines of text; with colours only where the terminal shows them. */
export function boardText(board: BoardState, colours: boolean): string {
  const row = (height: number) => columns.map((column) => tokenText(board[column][height], colours)).join(' ');
  return [columns.join(' '), ...rowsFromTheTop.map(row)].map((line) => `  ${line}`).join('\n');
}

/** Colour is not the only difference, so that everybody can tell the two apart. */
function tokenText(token: Token | undefined, colours: boolean): string {
  if (token === undefined) return '·';
  const text = token === 'RED' ? '●' : '○';
  return colours ? `\u001b[${token === 'RED' ? 91 : 93}m${text}\u001b[0m` : text;
}
