import type { Draw } from '../../../src/course/draw.ts';

/** Two players, the first of whom begins. */
export type Players = readonly [one: string, two: string];

/** As people are called: with spaces, signs and letters that not every keyboard has, and some the beginning of another. */
const names = [
  'Ada',
  'Adam',
  'Grace',
  'Ann',
  'Anna',
  'Anne-Marie',
  'Linus',
  'Margaret',
  'Edsger W.',
  'Zoë',
  'Søren',
  'Łukasz',
  '李娜',
  'Дмитрий',
  'D’Arcy',
  "O'Neil",
  'Jo "Four" Smith',
  'María José',
  'x_1',
  'Nobody Knows',
  '1st Player',
  'Bo',
  'Barbara',
  'Hedy',
  'Radia',
  'Alan',
  'Katherine',
  'Dorothy',
  'Niklaus',
  'Frances',
];

/** So many different names. */
export function drawNames(draw: Draw, count: number): readonly string[] {
  return draw.shuffled(names).slice(0, count);
}

export function drawPlayers(draw: Draw): Players {
  const [one = '', two = ''] = drawNames(draw, 2);
  return [one, two];
}

/** Two pairs of players, and no name twice. */
export function drawTwoPairs(draw: Draw): readonly [Players, Players] {
  const [a = '', b = '', c = '', d = ''] = drawNames(draw, 4);
  return [
    [a, b],
    [c, d],
  ];
}
