import { block, type Lines } from '../lines.ts';
import type { EventForm, EventKind, Field } from './event-form.ts';

/** Under which name an object says what kind it is, and where what happened stands. */
interface Layout {
  readonly name: string;
  /** The field that tells the kinds apart. */
  readonly tag: string;
  /** The field that holds all others; undefined where they stand beside the tag. */
  readonly within?: string;
  /** The tag of a kind as an expression, and as a type. */
  readonly tagged?: (kind: EventKind) => string;
  /** What else is declared. */
  readonly before?: (kinds: readonly EventKind[]) => Lines;
  readonly values?: readonly string[];
  /** What is made of the object. */
  readonly wrapped?: (literal: string, kind: EventKind) => string;
}

function objects(layout: Layout): EventForm {
  const { name, tag, within, tagged = literal, before = () => [], values = [], wrapped = (made) => made } = layout;
  return {
    name,
    declare: (kinds) => [
      ...before(kinds),
      ...kinds.flatMap((kind) => [...block(`export type ${kind.name} =`, fieldLines(kind, layout), '};'), '']),
    ],
    values: () => values,
    make: (kind, value) => {
      const content = pairs(kind.fields, ({ name: field }) => value(field));
      const metadata = pairs(kind.metadata, (each) => each.value);
      const inner = within === undefined ? content : [`${within}: { ${content.join(', ')} }`];
      return wrapped(`{ ${[`${tag}: ${tagged(kind)}`, ...inner, ...metadata].join(', ')} }`, kind);
    },
    read: (event, _, field) => `${event}.${within === undefined ? '' : `${within}.`}${field}`,
    test: (event, kind) => `${event}.${tag} === ${tagged(kind)}`,
    subject: (event) => `${event}.${tag}`,
    label: (_, kind) => tagged(kind),
    key: (event) => `${event}.${tag}`,
  };
}

function literal({ name }: EventKind): string {
  return `'${name}'`;
}

function fieldLines(kind: EventKind, { tag, within, tagged = literal }: Layout): Lines {
  const content = kind.fields.map(({ name, type }) => `readonly ${name}: ${type};`);
  const metadata = kind.metadata.map(({ name, type }) => `readonly ${name}: ${type};`);
  const inner = within === undefined ? content : block(`readonly ${within}:`, content, '};');
  return [`readonly ${tag}: ${tagged(kind)};`, ...inner, ...metadata];
}

function pairs<Each extends Field>(fields: readonly Each[], value: (field: Each) => string): string[] {
  return fields.map((field) => (value(field) === field.name ? field.name : `${field.name}: ${value(field)}`));
}

const enumerated: Partial<Layout> = {
  tagged: ({ name }) => `EventType.${name}`,
  before: (kinds) => [
    ...block(
      'export enum EventType',
      kinds.map(({ name }) => `${name} = '${name}',`),
    ),
    '',
  ],
  values: ['EventType'],
};

/** A function for each kind that makes one: `gameStarted({ … })`. */
const factories: EventForm = (() => {
  const form = objects({ name: 'factory functions', tag: 'type' });
  const factory = ({ name }: EventKind) => name.charAt(0).toLowerCase() + name.slice(1);
  return {
    ...form,
    isMadeElsewhere: true,
    declare: (kinds) => [
      ...form.declare(kinds),
      ...kinds.flatMap((kind) => {
        const parameters = kind.fields.map(({ name, type }) => `${name}: ${type}`).join(', ');
        const body = [`return ${form.make(kind, (field) => field)};`];
        return [...block(`export function ${factory(kind)}(${parameters}): ${kind.name}`, body), ''];
      }),
    ],
    values: (kinds) => kinds.map(factory),
    make: (kind, value) => `${factory(kind)}(${kind.fields.map(({ name }) => value(name)).join(', ')})`,
  };
})();

export const objectEvents: readonly EventForm[] = [
  objects({ name: 'objects with a type', tag: 'type' }),
  objects({ name: 'objects with a kind', tag: 'kind' }),
  objects({ name: 'objects with an eventType', tag: 'eventType' }),
  objects({ name: 'objects with a _type', tag: '_type' }),
  objects({ name: 'objects with a name', tag: 'name' }),
  objects({ name: 'objects with a type and data', tag: 'type', within: 'data' }),
  objects({ name: 'objects with a kind and a payload', tag: 'kind', within: 'payload' }),
  objects({ name: 'frozen objects', tag: 'type', wrapped: (made, { name }) => `Object.freeze<${name}>(${made})` }),
  objects({ name: 'objects with a type of an enum', tag: 'type', ...enumerated }),
  objects({ name: 'satisfying objects', tag: 'type', wrapped: (made, { name }) => `(${made} satisfies ${name})` }),
  factories,
];
