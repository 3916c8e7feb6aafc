import { block, type Lines } from '../lines.ts';

/** How a game gets its id. `lines` belong into the constructor, a call of `super` first. */
export interface IdentityStyle {
  readonly name: string;
  readonly write: (lines: Lines) => Lines;
}

function afterSuper(lines: Lines, own: Lines): Lines {
  const isSuper = (line: string) => line === 'super();';
  return [...lines.filter(isSuper), ...own, ...lines.filter((line) => !isSuper(line))];
}

export const identities: readonly IdentityStyle[] = [
  {
    name: 'a field that the constructor sets',
    write: (lines) => [
      'readonly id: string;',
      '',
      ...block('constructor(id: string = crypto.randomUUID())', afterSuper(lines, ['this.id = id;'])),
    ],
  },
  {
    name: 'a parameter property',
    write: (lines) => block('constructor(public readonly id: string = crypto.randomUUID())', lines),
  },
  {
    name: 'an optional parameter',
    write: (lines) => [
      'public readonly id: string;',
      '',
      ...block('constructor(id?: string)', afterSuper(lines, ['this.id = id ?? crypto.randomUUID();'])),
    ],
  },
];

/** How the constraints of a move are asked for. */
export interface ConstraintStyle {
  readonly name: string;
  /** Nobody is next before the start and after the end, so whose turn it is says it all. */
  readonly asksTurnOnly: boolean;
}

export const constraints: readonly ConstraintStyle[] = [
  { name: 'every constraint', asksTurnOnly: false },
  { name: 'turn and room', asksTurnOnly: true },
];

/** How a game is brought back; `each` is what is done with an `event`. */
export interface LoadStyle {
  readonly name: string;
  readonly write: (type: string, each: Lines) => Lines;
}

export const loads: readonly LoadStyle[] = [
  {
    name: 'a loop',
    write: (type, each) =>
      block(`loadFromHistory(events: Iterable<${type}>): void`, block('for (const event of events)', each)),
  },
  {
    name: 'forEach',
    write: (type, each) =>
      block(`loadFromHistory(events: readonly ${type}[]): void`, block('events.forEach((event) =>', each, '});')),
  },
  {
    name: 'an arrow',
    write: (type, each) =>
      block(
        `loadFromHistory = (events: readonly ${type}[]): void =>`,
        block('for (const event of events)', each),
        '};',
      ),
  },
  {
    name: 'a loop by index',
    write: (type, each) =>
      block(
        `loadFromHistory(history: ${type}[]): void`,
        block('for (let at = 0; at < history.length; at++)', ['const event = history[at];', ...each]),
      ),
  },
];
