import type { Lines } from './lines.ts';

/** A file of a program, and what it gives out. */
export interface Module {
  /** Below `src`, without the ending. */
  readonly path: string;
  readonly lines: Lines;
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** Where it takes everything from that it only passes on. */
  readonly passesOn?: string;
}

/** What is declared for a game, before it is put into files. */
export interface Declarations {
  readonly events: Omit<Module, 'path'>;
  readonly errors: Omit<Module, 'path'>;
  readonly base: Omit<Module, 'path'> | undefined;
  readonly game: Omit<Module, 'path'>;
}

/** Which file declares what. Others look for `Game` in domain/game, for events in domain/events, for errors in domain/errors. */
export interface ModuleStyle {
  readonly name: string;
  readonly lay: (declarations: Declarations) => Module[];
}

const game = 'domain/game';
const events = 'domain/events';
const errors = 'domain/errors';

function passingOn(path: string, passesOn: string): Module {
  return { path, lines: [], values: [], types: [], passesOn };
}

function apartFiles(declarations: Declarations): Module[] {
  return [
    { path: events, ...declarations.events },
    { path: errors, ...declarations.errors },
    ...(declarations.base === undefined ? [] : [{ path: 'domain/aggregate-root', ...declarations.base }]),
    { path: game, ...declarations.game },
  ];
}

function together(path: string, parts: readonly (Omit<Module, 'path'> | undefined)[]): Module {
  const there = parts.filter((part) => part !== undefined);
  return {
    path,
    lines: there.flatMap(({ lines }) => [...lines, '']),
    values: there.flatMap(({ values }) => values),
    types: there.flatMap(({ types }) => types),
  };
}

export const moduleStyles: readonly ModuleStyle[] = [
  { name: 'a file each', lay: apartFiles },
  {
    name: 'one file',
    lay: (declarations) => [
      together(game, [declarations.events, declarations.errors, declarations.base, declarations.game]),
      passingOn(events, game),
      passingOn(errors, game),
    ],
  },
  {
    name: 'errors with the game',
    lay: (declarations) => [
      { path: events, ...declarations.events },
      together(game, [declarations.errors, declarations.base, declarations.game]),
      passingOn(errors, game),
    ],
  },
  {
    name: 'all in files that are passed on',
    lay: (declarations) => [
      { path: 'domain/connect-four/happenings', ...declarations.events },
      { path: 'domain/connect-four/refusals', ...declarations.errors },
      together('domain/connect-four/aggregate', [declarations.base, declarations.game]),
      passingOn(events, 'domain/connect-four/happenings'),
      passingOn(errors, 'domain/connect-four/refusals'),
      passingOn(game, 'domain/connect-four/aggregate'),
    ],
  },
  {
    name: 'a default export as well',
    lay: (declarations) =>
      apartFiles(declarations).map((module) =>
        module.path === game ? { ...module, lines: [...module.lines, '', 'export default Game;'] } : module,
      ),
  },
];
