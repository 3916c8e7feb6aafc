import { apart, block, type Lines, type Spelling } from '../lines.ts';

/** Something a game knows by its events. */
export interface StateField {
  readonly name: string;
  readonly type: string;
  /** The expression that it begins with; undefined where that is the value for nobody. */
  readonly initial?: string;
  /** Whether others ask for it, by this very name. */
  readonly isPublic: boolean;
}

/** Where state is kept, and the value that stands for nobody. */
export interface StateStyle {
  readonly name: string;
  readonly nobody: 'undefined' | 'null';
  /** The member that holds all of it as one `State`, which is replaced and never changed; undefined where none does. */
  readonly whole?: string;
  /** Members of the class; those for others are there by their very name where `named` says so. */
  readonly members: (fields: readonly StateField[], words: Spelling, named: boolean) => Lines;
  /** Lines of the constructor. */
  readonly begin: (fields: readonly StateField[], words: Spelling) => Lines;
  /** Declarations before the class. */
  readonly outside: (fields: readonly StateField[], words: Spelling) => Lines;
  readonly read: (field: string, words: Spelling) => string;
  readonly write: (field: string, value: string, words: Spelling) => string;
}

interface Fields {
  readonly name: string;
  readonly nobody: 'undefined' | 'null';
  /** How a field is declared; `own` is its name as it is spelled. */
  readonly declared: (own: string, type: string, initial: string) => string;
  /** What its name has before it: `_`, `#`. Others ask a getter then. */
  readonly prefix?: string;
  readonly inConstructor?: boolean;
}

/** A field of the class for each. */
function fields({ name, nobody, declared, prefix, inConstructor = false }: Fields): StateStyle {
  const own = (field: string, { spell }: Spelling) => `${prefix ?? ''}${spell(field)}`;
  return {
    name,
    nobody,
    outside: () => [],
    begin: (all, words) =>
      inConstructor ? all.map((field) => `this.${own(field.name, words)} = ${field.initial ?? nobody};`) : [],
    members: (all, words, named) => {
      const needsGetter = ({ name: field, isPublic }: StateField) =>
        isPublic && own(field, words) !== field && (named || prefix !== undefined);
      return apart(
        all.map((each) => {
          const field = own(each.name, words);
          if (each.initial === undefined) return declared(field, each.type, nobody);
          return inConstructor ? `${field}: ${each.type};` : `${field}: ${each.type} = ${each.initial};`;
        }),
        ...all.filter(needsGetter).map((each) => getter(each, nobody, `this.${own(each.name, words)}`)),
      );
    },
    read: (field, words) => `this.${own(field, words)}`,
    write: (field, value, words) => `this.${own(field, words)} = ${value};`,
  };
}

/** All of it in one object. */
function oneObject(name: string, member: string, isReplaced: boolean): StateStyle {
  const typed = ({ type, initial }: StateField) => (initial === undefined ? `${type} | null` : type);
  return {
    name,
    nobody: 'null',
    ...(isReplaced && { whole: member }),
    outside: (all, { spell }) =>
      apart(
        block(
          'type State =',
          all.map((field) => `${isReplaced ? 'readonly ' : ''}${spell(field.name)}: ${typed(field)};`),
          '};',
        ),
        block(
          'const nothingYet = (): State => (',
          all.map((field) => `${spell(field.name)}: ${field.initial ?? 'null'},`),
          '});',
        ),
      ),
    begin: () => [],
    members: (all, { spell }) =>
      apart(
        [`${member.startsWith('#') ? '' : 'private '}${isReplaced ? '' : 'readonly '}${member}: State = nothingYet();`],
        ...all
          .filter(({ isPublic }) => isPublic)
          .map((each) => getter(each, 'null', `this.${member}.${spell(each.name)}`)),
      ),
    read: (field, { spell }) => `this.${member}.${spell(field)}`,
    write: (field, value, { spell }) =>
      isReplaced
        ? `this.${member} = { ...this.${member}, ${spell(field)}: ${value} };`
        : `this.${member}.${spell(field)} = ${value};`,
  };
}

/** Variables that only two functions know, made anew for each game. */
const closures: StateStyle = {
  name: 'closures',
  nobody: 'undefined',
  outside: (all, { spell }) =>
    block('function memory()', [
      ...all.map(
        (field) => `let ${spell(field.name)}: ${withNobody(field, 'undefined')} = ${field.initial ?? 'undefined'};`,
      ),
      ...block(
        'return',
        all.flatMap((field) => [
          `${spell(field.name)}: () => ${spell(field.name)},`,
          `${setterOf(field.name)}: (value: ${withNobody(field, 'undefined')}) => {`,
          `  ${spell(field.name)} = value;`,
          '},',
        ]),
        '};',
      ),
    ]),
  begin: () => [],
  members: (all, { spell }) =>
    apart(
      ['private readonly memory = memory();'],
      ...all
        .filter(({ isPublic }) => isPublic)
        .map((each) => getter(each, 'undefined', `this.memory.${spell(each.name)}()`)),
    ),
  read: (field, { spell }) => `this.memory.${spell(field)}()`,
  write: (field, value) => `this.memory.${setterOf(field)}(${value});`,
};

function setterOf(field: string): string {
  return `set${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

function withNobody({ type, initial }: StateField, nobody: string): string {
  return initial === undefined ? `${type} | ${nobody}` : type;
}

function getter(field: StateField, nobody: string, value: string): Lines {
  return block(`get ${field.name}(): ${withNobody(field, nobody)}`, [`return ${value};`]);
}

export const states: readonly StateStyle[] = [
  fields({
    name: 'undefined',
    nobody: 'undefined',
    declared: (own, type) => `${own}: ${type} | undefined = undefined;`,
  }),
  fields({ name: 'null', nobody: 'null', declared: (own, type) => `${own}: ${type} | null = null;` }),
  fields({ name: 'null as a type', nobody: 'null', declared: (own, type) => `${own} = null as ${type} | null;` }),
  fields({ name: 'declared only', nobody: 'undefined', declared: (own, type) => `${own}: ${type} | undefined;` }),
  fields({ name: 'optional', nobody: 'undefined', declared: (own, type) => `public ${own}?: ${type};` }),
  fields({
    name: 'getters over private',
    nobody: 'undefined',
    prefix: '_',
    declared: (own, type) => `private ${own}: ${type} | undefined;`,
  }),
  fields({
    name: 'getters over #private',
    nobody: 'null',
    prefix: '#',
    declared: (own, type) => `${own}: ${type} | null = null;`,
  }),
  fields({
    name: 'set in the constructor',
    nobody: 'undefined',
    inConstructor: true,
    declared: (own, type) => `${own}: ${type} | undefined;`,
  }),
  fields({
    name: 'accessor',
    nobody: 'undefined',
    declared: (own, type, nobody) => `accessor ${own}: ${type} | undefined = ${nobody};`,
  }),
  oneObject('an object that changes', 'state', false),
  oneObject('an object that is replaced', 'state', true),
  oneObject('a #private object that is replaced', '#state', true),
  closures,
];
