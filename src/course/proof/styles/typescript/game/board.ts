import { block, type Lines } from '../lines.ts';
import type { StateField } from './state.ts';

/** What happens to the state: a field that gets a value, or a statement. */
export type Effect = { readonly field: string; readonly value: string } | { readonly statement: string };

/** Where the tokens are. Expressions read state through `read`. */
export interface BoardStyle {
  readonly name: string;
  /** Whether all of it is in state fields, so that nothing but assignments changes it. */
  readonly isValue: boolean;
  readonly fields: readonly StateField[];
  readonly members: Lines;
  readonly outside: Lines;
  readonly drop: (column: string, token: string, read: (field: string) => string) => Effect;
  /** A `Board` with all tokens so far. */
  readonly board: (read: (field: string) => string) => string;
}

function member(name: string, declared: string, used: string): BoardStyle {
  return {
    name,
    isValue: false,
    fields: [],
    members: [declared],
    outside: [],
    drop: (column, token) => ({ statement: `${used}.addMove(${column}, ${token});` }),
    board: () => used,
  };
}

const drops: BoardStyle = {
  name: 'a list of drops',
  isValue: true,
  fields: [{ name: 'drops', type: 'readonly Drop[]', initial: '[]', isPublic: false }],
  members: [],
  outside: [
    'type Drop = readonly [Column, Token];',
    '',
    ...block('function boardOf(drops: readonly Drop[]): Board', [
      'const board = new Board();',
      'for (const [column, token] of drops) board.addMove(column, token);',
      'return board;',
    ]),
  ],
  drop: (column, token, read) => ({ field: 'drops', value: `[...${read('drops')}, [${column}, ${token}]]` }),
  board: (read) => `boardOf(${read('drops')})`,
};

export const boards: readonly BoardStyle[] = [
  member('_board', 'private readonly _board = new Board();', 'this._board'),
  member('#board', '#board = new Board();', 'this.#board'),
  member('a public grid', 'readonly grid = new Board();', 'this.grid'),
  drops,
];
