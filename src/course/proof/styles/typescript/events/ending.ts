import { block } from '../lines.ts';
import type { Ending } from './content.ts';

/** One value for each result, by its own words. */
function words(name: string, field: string, one: string, two: string, tie: string, more: Partial<Ending> = {}): Ending {
  return {
    name,
    fields: [
      {
        name: field,
        type: more.declares === undefined ? `${one} | ${two} | ${tie}` : 'Outcome',
        value: (result) => `${result} === 'TIED' ? ${tie} : ${result} === 'PLAYER_ONE_WON' ? ${one} : ${two}`,
      },
    ],
    result: (read) => wordOf(`${read(field)} === ${tie}`, `${read(field)} === ${one}`),
    ...more,
  };
}

function wordOf(isTie: string, isOne: string): string {
  return `${isTie} ? 'TIED' : ${isOne} ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON'`;
}

export const endings: readonly Ending[] = [
  {
    name: 'the result of the board',
    fields: [{ name: 'result', type: 'GameResult', value: (result) => result }],
    result: (read) => read('result'),
  },
  {
    name: 'the winner or null',
    fields: [
      { name: 'winner', type: 'string | null', value: (result, winner) => `${result} === 'TIED' ? null : ${winner}` },
    ],
    names: true,
    result: (read, { one }) => wordOf(`${read('winner')} === null`, `${read('winner')} === ${one}`),
  },
  {
    name: 'the winner or nothing',
    fields: [
      {
        name: 'wonBy',
        type: 'string | undefined',
        value: (result, winner) => `${result} === 'TIED' ? undefined : ${winner}`,
      },
    ],
    names: true,
    result: (read, { one }) => wordOf(`${read('wonBy')} === undefined`, `${read('wonBy')} === ${one}`),
  },
  words('the role of the winner', 'winner', "'PLAYER_ONE'", "'PLAYER_TWO'", "'NOBODY'"),
  words('the colour of the winner or null', 'winner', "'RED'", "'YELLOW'", 'null'),
  words('the number of the winner', 'winner', '1', '2', '0'),
  words('own words', 'outcome', "'first player wins'", "'second player wins'", "'nobody wins'"),
  words('an enum of numbers', 'outcome', 'Outcome.First', 'Outcome.Second', 'Outcome.Neither', {
    declares: { lines: block('export enum Outcome', ['First,', 'Second,', 'Neither,']), values: ['Outcome'] },
  }),
  {
    name: 'a flag for the tie',
    fields: [
      { name: 'isTie', type: 'boolean', value: (result) => `${result} === 'TIED'` },
      { name: 'wonByOne', type: 'boolean', value: (result) => `${result} === 'PLAYER_ONE_WON'` },
    ],
    result: (read) => wordOf(read('isTie'), read('wonByOne')),
  },
  {
    name: 'an object of a winner, or a draw',
    fields: [
      {
        name: 'outcome',
        type: "{ winner: string } | 'draw'",
        value: (result, winner) => `${result} === 'TIED' ? 'draw' : { winner: ${winner} }`,
      },
    ],
    names: true,
    result: (read, { one }) => wordOf(`${read('outcome')} === 'draw'`, `${read('outcome')}.winner === ${one}`),
  },
  {
    name: 'a list of winners',
    fields: [
      {
        name: 'winners',
        type: 'readonly string[]',
        value: (result, winner) => `${result} === 'TIED' ? [] : [${winner}]`,
      },
    ],
    names: true,
    result: (read, { one }) => wordOf(`${read('winners')}.length === 0`, `${read('winners')}[0] === ${one}`),
  },
];
