import { block, type Lines } from '../lines.ts';

/** What speaks against a command. Both are expressions. */
export interface Constraint {
  readonly isBroken: string;
  readonly message: string;
}

/** How a command refuses. `thrown` makes the error of a message. */
export interface GuardStyle {
  readonly name: string;
  readonly lines: (constraints: readonly Constraint[], thrown: (message: string) => string) => Lines;
}

export const guards: readonly GuardStyle[] = [
  {
    name: 'one after the other',
    lines: (constraints, thrown) =>
      constraints.map(({ isBroken, message }) => `if (${isBroken}) throw ${thrown(message)};`),
  },
  {
    name: 'in blocks',
    lines: (constraints, thrown) =>
      constraints.flatMap(({ isBroken, message }) => block(`if (${isBroken})`, [`throw ${thrown(message)};`])),
  },
  {
    name: 'in one condition',
    lines: (constraints, thrown) => [
      `if (${constraints.map(({ isBroken }) => `(${isBroken})`).join(' || ')}) {`,
      `  throw ${thrown("'That is not allowed now.'")};`,
      '}',
    ],
  },
  {
    name: 'a table of rules',
    lines: (constraints, thrown) => [
      'const rules: (readonly [boolean, string])[] = [',
      ...constraints.map(({ isBroken, message }) => `  [${isBroken}, ${message}],`),
      '];',
      'const broken = rules.find(([isBroken]) => isBroken);',
      `if (broken) throw ${thrown('broken[1]')};`,
    ],
  },
  {
    name: 'a function that refuses',
    lines: (constraints, thrown) => [
      `const refuse = (reason: string): never => { throw ${thrown('reason')}; };`,
      ...constraints.map(({ isBroken, message }) => `if (${isBroken}) refuse(${message});`),
    ],
  },
  {
    name: 'else and else',
    lines: (constraints, thrown) => [
      'let reason: string | undefined;',
      ...constraints.map(
        ({ isBroken, message }, at) => `${at === 0 ? '' : 'else '}if (${isBroken}) reason = ${message};`,
      ),
      `if (reason !== undefined) throw ${thrown('reason')};`,
    ],
  },
];

/** How a game knows that it has started; `one` is the first player, `nobody` the value that is none. */
export interface StartedStyle {
  readonly name: string;
  readonly isStarted: (one: string, nobody: string, isGameStarted: string) => string;
}

export const starteds: readonly StartedStyle[] = [
  { name: 'by its player', isStarted: (one, nobody) => `${one} !== ${nobody}` },
  { name: 'by any player', isStarted: (one) => `${one} != null` },
  { name: 'by its events', isStarted: () => 'this.events.length > 0' },
  { name: 'by its GameStarted', isStarted: (_one, _nobody, test) => `this.events.some((event) => ${test})` },
];
