import { apart, type Lines } from '../lines.ts';
import type { Stage, Style } from '../style.ts';
import type { EventForm, EventKind, EventName, Field } from './event-form.ts';

/** The events of a game in a style; fields are named as the content names them, however they are spelled. */
export interface Events {
  readonly form: EventForm;
  readonly kinds: readonly EventKind[];
  readonly declared: Lines;
  readonly make: (kind: EventName, value: (field: string) => string) => string;
  readonly field: (event: string, kind: EventKind, field: string) => string;
}

export function eventsOf({ form, spelling, starting, moving, where, ending, beside }: Style, stage: Stage): Events {
  const { spell } = spelling;
  const contents: readonly (readonly [EventName, readonly Field[]])[] = [
    ['GameStarted', starting.fields],
    ['MoveMade', [moving.field, where.field]],
    ['GameFinished', ending.fields],
  ];
  const written = contents.slice(0, stage === 1 ? 1 : 3);
  const kinds = written.map(([name, fields]) => ({
    name,
    fields: fields.map((field) => ({ name: spell(field.name), type: field.type })),
    metadata: beside.metadata,
  }));
  const own = new Map(contents.flatMap(([, fields]) => fields.map(({ name }) => [spell(name), name] as const)));
  return {
    form,
    kinds,
    declared: apart(stage === 1 ? [] : (ending.declares?.lines ?? []), form.declare(kinds), [
      `export type GameEvent = ${kinds.map(({ name }) => name).join(' | ')};`,
    ]),
    make: (name, value) => {
      const kind = kinds.find((each) => each.name === name);
      if (kind === undefined) throw new Error(`There is no ${name} in exercise ${stage}.`);
      return form.make(kind, (field) => value(own.get(field) ?? field));
    },
    field: (event, kind, field) => form.read(event, kind, spell(field)),
  };
}
