import { block, type Lines } from '../lines.ts';

export type ErrorName = 'GameAlreadyStartedError' | 'InvalidMoveError';

/** How refusals are declared, and thrown. */
export interface ErrorStyle {
  readonly name: string;
  readonly declare: (names: readonly ErrorName[]) => Lines;
  /** A new error; `message` is an expression. */
  readonly make: (name: ErrorName, message: string) => string;
  /** What the declarations give out besides the errors themselves. */
  readonly more?: (names: readonly ErrorName[]) => readonly string[];
}

function classes(name: string, body: (own: ErrorName) => Lines, before: Lines = [], base = 'Error'): ErrorStyle {
  return {
    name,
    declare: (names) => [
      ...before,
      ...names.flatMap((own) => [...block(`export class ${own} extends ${base}`, body(own)), '']),
    ],
    make: (own, message) => `new ${own}(${message})`,
  };
}

function withConstructor(lines: Lines): Lines {
  return block('constructor(message?: string)', ['super(message);', ...lines]);
}

const coded = (own: ErrorName) =>
  own
    .replace(/Error$/, '')
    .replaceAll(/(?<=[a-z])[A-Z]/g, '_$&')
    .toUpperCase();

const nested: ErrorStyle = {
  name: 'a chain of classes',
  declare: (names) => [
    ...block('export abstract class DomainError extends Error', []),
    '',
    ...names.flatMap((own) => [
      ...block(`export class ${own} extends DomainError`, []),
      '',
      ...block(`export class ${reasoned(own)} extends ${own}`, []),
      '',
    ]),
  ],
  make: (own, message) => `new ${reasoned(own)}(${message})`,
  more: (names) => names.map(reasoned),
};

function reasoned(own: ErrorName): string {
  return own === 'GameAlreadyStartedError' ? 'SecondStartError' : 'MoveNotAllowedError';
}

export const errors: readonly ErrorStyle[] = [
  classes('bare classes', () => []),
  classes('a name as a field', (own) => [`override name = '${own}';`]),
  classes('a name and a code', (own) => [
    `readonly code = '${coded(own)}';`,
    '',
    ...withConstructor([`this.name = '${own}';`]),
  ]),
  classes('a name of the class', () => withConstructor(['this.name = new.target.name;'])),
  classes('a prototype that is set', () => withConstructor(['Object.setPrototypeOf(this, new.target.prototype);'])),
  nested,
];
