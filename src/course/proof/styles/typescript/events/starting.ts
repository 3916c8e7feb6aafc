import type { Starting } from './content.ts';

function fields(name: string, one: string, two: string): Starting {
  return {
    name,
    fields: [
      { name: one, type: 'string', value: (facts) => facts.one },
      { name: two, type: 'string', value: (facts) => facts.two },
    ],
    players: (read) => ({ one: read(one), two: read(two) }),
  };
}

export const startings: readonly Starting[] = [
  fields('playerOne and playerTwo', 'playerOne', 'playerTwo'),
  fields('by and against', 'by', 'against'),
  fields('red and yellow', 'red', 'yellow'),
  {
    name: 'a list of two',
    fields: [{ name: 'players', type: 'readonly [string, string]', value: ({ one, two }) => `[${one}, ${two}]` }],
    players: (read) => ({ one: `${read('players')}[0]`, two: `${read('players')}[1]` }),
  },
  {
    name: 'an object of two',
    fields: [
      {
        name: 'players',
        type: '{ one: string; two: string }',
        value: ({ one, two }) => `{ one: ${one}, two: ${two} }`,
      },
    ],
    players: (read) => ({ one: `${read('players')}.one`, two: `${read('players')}.two` }),
  },
  {
    name: 'a list of objects',
    fields: [
      {
        name: 'seats',
        type: "readonly { name: string; token: 'RED' | 'YELLOW' }[]",
        value: ({ one, two }) => `[{ name: ${one}, token: 'RED' }, { name: ${two}, token: 'YELLOW' }]`,
      },
    ],
    players: (read) => ({ one: `${read('seats')}[0].name`, two: `${read('seats')}[1].name` }),
  },
];
