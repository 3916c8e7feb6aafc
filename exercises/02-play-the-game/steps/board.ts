import { itemsOf, memberNamed, stringsIn, textOf } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';
import type { Member, Observed } from '../../../src/learner/protocol.ts';
import { playerOfTurn, playerOne, playerTwo } from './game.ts';

const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** Whose token lies in a hole: a player's name, or what was found instead. */
export type Tokens = Readonly<Record<string, readonly string[]>>;

/**
 * The board that a read showed, column by column from the bottom up: under `board` or, where there is no such member,
 * wherever else lists of tokens stand under the names A to G. Undefined when there is none to be seen.
 */
export function boardIn<Label extends string>(seen: Seen<Label>, label: Label): Tokens | undefined {
  const members = seen.members(label);
  const board = memberNamed(members, 'board');
  return board === undefined ? findBoard(members, 3) : findBoard(fieldsOf(board), 2);
}

/** The board after players took turns at these columns. */
export function boardAfter(moves: string): Tokens {
  const tokensIn = (column: string) =>
    [...moves].flatMap((move, turn) => (move === column ? [playerOfTurn(turn)] : []));
  return Object.fromEntries(columns.map((column) => [column, tokensIn(column)]));
}

/** The first column in which two boards differ. */
export function differingColumn(one: Tokens, other: Tokens): string | undefined {
  return columns.find((column) => one[column]?.join() !== other[column]?.join());
}

export function tokensText(tokens: readonly string[] | undefined): string {
  return tokens === undefined || tokens.length === 0 ? 'no token' : tokens.join(', ');
}

function findBoard(members: readonly Member[], depth: number): Tokens | undefined {
  const lists = columns.map((column) => itemsOf(members.find(({ name }) => name === column)?.value));
  if (lists.every((list) => list !== undefined)) {
    return Object.fromEntries(columns.map((column, index) => [column, (lists[index] ?? []).map(ownerOf)]));
  }
  if (depth === 0) return undefined;
  for (const { value } of members) {
    const found = findBoard(fieldsOf(value), depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fieldsOf(value: Observed): readonly Member[] {
  if (value.kind === 'object') return value.fields;
  if (value.kind !== 'map') return [];
  return value.entries.flatMap(([key, item]) => (key.kind === 'string' ? [{ name: key.value, value: item }] : []));
}

function ownerOf(token: Observed): string {
  const text = stringsIn(token)[0] ?? textOf(token);
  if (text === playerOne || /red|one|^r$/i.test(text)) return playerOne;
  return text === playerTwo || /yellow|two|^y$/i.test(text) ? playerTwo : text;
}
