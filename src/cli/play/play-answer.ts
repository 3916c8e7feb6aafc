import { type Column, columns } from '../../domain/connect-four/board.ts';

/** What somebody typed when they were asked for a column. */
export type Answer =
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'quit' | 'undo' | 'help' }
  | { readonly kind: 'unknown'; readonly text: string };

export const answerHelp = [
  'Type the letter of a column to drop a token into it. Besides there are:',
  '  undo   go back one move: a new game with all moves but the last; the old one stays as it is',
  '  help   this',
  '  quit   leave the game as it is (Ctrl-D as well)',
].join('\n');

export function readAnswer(text: string): Answer {
  const word = text.trim().toLowerCase();
  const column = columns.find((each) => each.toLowerCase() === word);
  if (column !== undefined) return { kind: 'column', column };
  if (word === 'quit' || word === 'exit' || word === 'q') return { kind: 'quit' };
  if (word === 'undo' || word === 'u') return { kind: 'undo' };
  if (word === 'help' || word === 'h' || word === '?') return { kind: 'help' };
  return { kind: 'unknown', text: text.trim() };
}
