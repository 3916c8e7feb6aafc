import type { Moving, Where } from './content.ts';

/** One of two values, by whether it is player one who moves. */
function either(name: string, field: string, one: string, two: string, type = `${one} | ${two}`): Moving {
  return {
    name,
    field: { name: field, type },
    value: (player, facts) => `${player} === ${facts.one} ? ${one} : ${two}`,
    isOne: (read) => `${read} === ${one}`,
  };
}

export const movings: readonly Moving[] = [
  {
    name: 'by name',
    field: { name: 'player', type: 'string' },
    value: (player) => player,
    isOne: (read, { one }) => `${read} === ${one}`,
    player: (read) => read,
  },
  {
    name: 'by an object',
    field: { name: 'player', type: '{ name: string }' },
    value: (player) => `{ name: ${player} }`,
    isOne: (read, { one }) => `${read}.name === ${one}`,
    player: (read) => `${read}.name`,
  },
  {
    name: 'by a list of a name',
    field: { name: 'by', type: 'readonly string[]' },
    value: (player) => `[${player}]`,
    isOne: (read, { one }) => `${read}[0] === ${one}`,
    player: (read) => `${read}[0]`,
  },
  either('by colour', 'token', "'RED'", "'YELLOW'"),
  either('by role', 'player', "'PLAYER_ONE'", "'PLAYER_TWO'"),
  either('by number', 'player', '1', '2'),
  either('by index', 'seat', '0', '1'),
  {
    name: 'by a flag',
    field: { name: 'isPlayerOne', type: 'boolean' },
    value: (player, { one }) => `${player} === ${one}`,
    isOne: (read) => read,
  },
];

export const wheres: readonly Where[] = [
  { name: 'a letter', field: { name: 'column', type: 'Column' }, value: (column) => column, letter: (read) => read },
  {
    name: 'an index',
    field: { name: 'column', type: 'number' },
    value: (column) => `columns.indexOf(${column})`,
    letter: (read) => `columns[${read}]`,
  },
  {
    name: 'a number from 1',
    field: { name: 'columnNumber', type: 'number' },
    value: (column) => `columns.indexOf(${column}) + 1`,
    letter: (read) => `columns[${read} - 1]`,
  },
  {
    name: 'an object',
    field: { name: 'where', type: '{ column: Column }' },
    value: (column) => `{ column: ${column} }`,
    letter: (read) => `${read}.column`,
  },
];
