import { block, type Lines } from '../lines.ts';
import type { EventForm, EventKind } from './event-form.ts';

interface Layout {
  readonly name: string;
  /** The field that holds what happened; undefined where each is a field of its own. */
  readonly within?: string;
  /** The field that tells the kinds apart; undefined where only the class does. */
  readonly tag?: string;
  /** A class that all of them extend. */
  readonly base?: boolean;
  /** Whether fields are private, and getters give them out. */
  readonly getters?: boolean;
}

function classes({ name, within, tag, base = false, getters = false }: Layout): EventForm {
  const test = (event: string, kind: EventKind) =>
    tag === undefined ? `${event} instanceof ${kind.name}` : `${event}.${tag} === '${kind.name}'`;
  return {
    name,
    isMadeElsewhere: true,
    declare: (kinds) => [
      ...(base ? [...block('export abstract class DomainEvent', ['readonly schema = 1;']), ''] : []),
      ...kinds.flatMap((kind) => [...classLines(kind, { within, tag, base, getters }), '']),
    ],
    values: (kinds) => kinds.map((kind) => kind.name),
    make: (kind, value) => {
      const given = kind.fields.map((field) => value(field.name));
      if (within === undefined) return `new ${kind.name}(${given.join(', ')})`;
      return `new ${kind.name}({ ${kind.fields.map((field) => `${field.name}: ${value(field.name)}`).join(', ')} })`;
    },
    read: (event, _, field) => `${event}.${within === undefined ? '' : `${within}.`}${field}`,
    test,
    subject: (event) => (tag === undefined ? 'true' : `${event}.${tag}`),
    label: (event, kind) => (tag === undefined ? test(event, kind) : `'${kind.name}'`),
    key: (event) => (tag === undefined ? `${event}.constructor.name` : `${event}.${tag}`),
  };
}

interface Shape {
  readonly within: string | undefined;
  readonly tag: string | undefined;
  readonly base: boolean;
  readonly getters: boolean;
}

function classLines(kind: EventKind, { within, tag, base, getters }: Shape): Lines {
  const parameters = kind.fields.map(({ name, type }) => ({ name, type }));
  const data = `{ ${parameters.map(({ name, type }) => `readonly ${name}: ${type}`).join('; ')} }`;
  const own = (name: string) => (getters ? `#${name}` : name);
  const taken = within === undefined ? parameters : [{ name: within, type: data }];
  return block(`export class ${kind.name}${base ? ' extends DomainEvent' : ''}`, [
    ...(tag === undefined ? [] : [`readonly ${tag} = '${kind.name}' as const;`]),
    ...kind.metadata.map(({ name, value }) => `readonly ${name} = ${value};`),
    ...taken.map(({ name, type }) => `readonly ${own(name)}: ${type};`),
    '',
    ...block(`constructor(${taken.map(({ name, type }) => `${name}: ${type}`).join(', ')})`, [
      ...(base ? ['super();'] : []),
      ...taken.map(({ name }) => `this.${own(name)} = ${name};`),
    ]),
    ...(getters
      ? taken.flatMap(({ name, type }) => ['', ...block(`get ${name}(): ${type}`, [`return this.${own(name)};`])])
      : []),
  ]);
}

export const classEvents: readonly EventForm[] = [
  classes({ name: 'classes' }),
  classes({ name: 'classes with data', within: 'data' }),
  classes({ name: 'classes with a type', tag: 'type' }),
  classes({ name: 'classes with a type and a payload', tag: 'type', within: 'payload' }),
  classes({ name: 'classes that extend another', base: true }),
  classes({ name: 'classes with getters', tag: 'type', getters: true }),
  classes({ name: 'classes with getters alone', getters: true }),
];
