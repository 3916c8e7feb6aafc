import type { Member, Observed } from '../learner/protocol.ts';
import type { EventText } from './judgement.ts';
import { memberNamed, stringOf, stringsIn, textOf } from './observed.ts';

/** An event as the learner made it, whatever its shape: its type and the members that say more. */
export interface SeenEvent {
  readonly type: string;
  readonly fields: readonly Member[];
  /** The same number means the very same object. */
  readonly identity: number | undefined;
}

/**
 * The type is what a `type` field says, or else the class name. Data kept under `data` or
 * `payload`, as event stores have it, counts as the event's own fields.
 */
export function toSeenEvent(value: Observed): SeenEvent {
  if (value.kind === 'string') return { type: value.value, fields: [], identity: undefined };
  if (value.kind !== 'object') return { type: textOf(value), fields: [], identity: undefined };
  const typeField = value.fields.find(
    ({ name, value: type }) => ['type', 'kind'].includes(name) && type.kind === 'string',
  );
  const fields = value.fields.filter((field) => field !== typeField).flatMap(unwrapData);
  return { type: stringOf(typeField?.value) ?? value.className, fields, identity: value.identity };
}

export function fieldOf(event: SeenEvent, name: string): Observed | undefined {
  return memberNamed(event.fields, name);
}

export function stringsOf(event: SeenEvent): readonly string[] {
  return event.fields.flatMap(({ value }) => stringsIn(value));
}

export function toEventText({ type, fields }: SeenEvent): EventText {
  return { type, fields: fields.map(({ name, value }) => ({ name, value: textOf(value) })) };
}

function unwrapData(field: Member): readonly Member[] {
  const wraps = ['data', 'payload'].includes(field.name) && field.value.kind === 'object';
  return wraps && field.value.kind === 'object' ? field.value.fields : [field];
}
