import { contentOf, isAbsent, itemsOf, memberNamed } from '../../../src/course/observation/observed.ts';
import type { Words } from '../../../src/learner/language.ts';
import type { Member, Observed } from '../../../src/learner/protocol.ts';
import type { Moves } from './drawn-games.ts';

const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** The tokens in every column, from the bottom up, as the learner's own board has them. */
export type Board = Readonly<Record<string, readonly Observed[]>>;

/**
 * The board that a look showed: under `board` or, where there is no such member, wherever else there are lists of tokens
 * under the names A to G, or seven lists in one. Undefined when there is none to be seen.
 */
export function boardIn(members: readonly Member[]): Board | undefined {
  const board = memberNamed(members, 'board');
  return board === undefined ? findBoard(members, 3) : (columnsOf(board) ?? findBoard(fieldsOf(board), 2));
}

export function isEmpty(board: Board): boolean {
  return columns.every((column) => board[column]?.length === 0);
}

export function tokensText(tokens: readonly Observed[] | undefined, words: Words): string {
  return tokens === undefined || tokens.length === 0
    ? 'no token'
    : tokens.map((token) => words.observed(token)).join(', ');
}

/** How many tokens lie in each column. */
export function heightsOf(board: Board): Readonly<Record<string, number>> {
  return Object.fromEntries(columns.map((column) => [column, board[column]?.length ?? 0]));
}

export interface WrongColumn {
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/**
 * The first column that is not as the moves make it. Whatever the tokens are called on the learner's board, each player has
 * one of their own, which their first token shows; `RED` is player one's and `YELLOW` player two's.
 */
export function wrongColumn(board: Board, moves: Moves, words: Words): WrongColumn | undefined {
  const tokens = tokensOf(board, moves);
  for (const column of columns) {
    const expected = [...moves].flatMap((each, turn) => (each === column ? [turn % 2] : []));
    const found = board[column] ?? [];
    const isRight = found.length === expected.length && found.every((token, row) => isOf(tokens, token, expected[row]));
    if (isRight) continue;
    const texts = expected.map((owner) => tokens.texts(words)[owner] ?? '');
    return { column, found: tokensText(found, words), expected: texts.length === 0 ? 'no token' : texts.join(', ') };
  }
  return undefined;
}

/** The first column in which two boards differ. */
export function differingColumn(one: Board, other: Board): string | undefined {
  const text = (board: Board, column: string) => (board[column] ?? []).map(contentOf).join();
  return columns.find((column) => text(one, column) !== text(other, column));
}

interface Tokens {
  /** What each player's token looks like, as far as it was seen. */
  readonly contents: readonly (string | undefined)[];
  texts(words: Words): readonly string[];
}

const known = ['RED', 'YELLOW'];

function tokensOf(board: Board, moves: Moves): Tokens {
  const seen = [0, 1].map((turn) => {
    const column = moves[turn] ?? '';
    const row = turn === 1 && moves[0] === column ? 1 : 0;
    return board[column]?.[row];
  });
  const usesColours = Object.values(board)
    .flat()
    .some((token) => known.includes(wordOf(token)));
  const own = seen.map((token, player) =>
    usesColours ? JSON.stringify({ kind: 'string', value: known[player] }) : token && contentOf(token),
  );
  const contents = own[0] === own[1] ? [own[0], undefined] : own;
  return {
    contents,
    texts: (words) => {
      if (usesColours) return known.map((colour) => words.value(colour));
      return seen.map((token, player) =>
        token === undefined || contents[player] === undefined
          ? `a token of player ${player + 1}`
          : words.observed(token),
      );
    },
  };
}

function isOf({ contents }: Tokens, token: Observed, owner: number | undefined): boolean {
  const content = contents[owner ?? 0];
  if (known.includes(wordOf(token)) && content !== undefined) return wordOf(token) === known[owner ?? 0];
  return content === contentOf(token);
}

function wordOf(token: Observed): string {
  return token.kind === 'string' ? token.value.toUpperCase() : '';
}

function findBoard(members: readonly Member[], depth: number): Board | undefined {
  const lists = columns.map((column) => itemsOf(memberNamed(members, column)));
  if (lists.every((list) => list !== undefined)) return boardOf(lists);
  for (const { value } of depth === 0 ? [] : members) {
    const found = columnsOf(value) ?? findBoard(fieldsOf(value), depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Seven lists in one are the columns in their order. */
function columnsOf(value: Observed): Board | undefined {
  const lists = itemsOf(value)?.map(itemsOf);
  return lists?.length === 7 && lists.every((list) => list !== undefined) ? boardOf(lists) : undefined;
}

/** Holes without a token may have a value of their own. */
function boardOf(lists: readonly (readonly Observed[] | undefined)[]): Board {
  const isToken = (hole: Observed) => !isAbsent(hole) && !(hole.kind === 'string' && /^[\s._-]*$/.test(hole.value));
  return Object.fromEntries(columns.map((column, at) => [column, (lists[at] ?? []).filter(isToken)]));
}

function fieldsOf(value: Observed): readonly Member[] {
  if (value.kind === 'object') return value.fields;
  if (value.kind !== 'map') return [];
  return value.entries.flatMap(([key, item]) => (key.kind === 'string' ? [{ name: key.value, value: item }] : []));
}
