import type { EventForm, EventKind } from './event-form.ts';

/** `['MoveMade', 'Ada', 'D']`, or with all that it says in one object. */
function tuples(name: string, isFlat: boolean): EventForm {
  const place = (kind: EventKind, field: string) => kind.fields.findIndex((each) => each.name === field);
  const typeOf = ({ name: kind, fields, metadata }: EventKind) => {
    const content = isFlat
      ? fields.map(({ type }) => type)
      : [`{ ${fields.map((field) => `readonly ${field.name}: ${field.type}`).join('; ')} }`];
    return `readonly [${[`'${kind}'`, ...content, ...metadata.map(({ type }) => type)].join(', ')}]`;
  };
  return {
    name,
    declare: (kinds) => kinds.flatMap((kind) => [`export type ${kind.name} = ${typeOf(kind)};`, '']),
    values: () => [],
    make: (kind, value) => {
      const content = isFlat
        ? kind.fields.map((field) => value(field.name))
        : [`{ ${kind.fields.map((field) => `${field.name}: ${value(field.name)}`).join(', ')} }`];
      return `[${[`'${kind.name}'`, ...content, ...kind.metadata.map((each) => each.value)].join(', ')}]`;
    },
    read: (event, kind, field) => (isFlat ? `${event}[${place(kind, field) + 1}]` : `${event}[1].${field}`),
    test: (event, kind) => `${event}[0] === '${kind.name}'`,
    subject: (event) => `${event}[0]`,
    label: (_, kind) => `'${kind.name}'`,
    key: (event) => `${event}[0]`,
  };
}

export const tupleEvents: readonly EventForm[] = [tuples('tuples', true), tuples('tuples with data', false)];
