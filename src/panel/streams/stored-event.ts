import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../base/json.ts';
import { camelCased, snakeCased } from '../../base/names.ts';
import { jsonDataOf, jsonEvent, type NewEvent, type RecordedEvent } from '../../eventstore/events.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { fieldValue, fieldValues } from '../../timeline/field-value.ts';
import type { Reference } from '../../timeline/reference.ts';

/** A stored event as it is shown. Data is opaque to the store, so anything may be in there. */
export function storedEvent(recorded: RecordedEvent): EventSeen {
  const { type, data, contentType } = recorded;
  const json = contentType === 'json' ? parsed(recorded) : undefined;
  if (json === undefined) return { type, data: {}, fields: [fieldValue('data', `${data.length} bytes`, 'other')] };
  return isObject(json) ? { type, data: json } : { type, data: {}, fields: fieldValues(json, 'data') };
}

/** Too deep or not JSON at all: then it is bytes. */
function parsed(recorded: RecordedEvent): Json | undefined {
  try {
    return jsonDataOf(recorded);
  } catch {
    return undefined;
  }
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Fields are stored in the tutorial's Python spelling, and code here is TypeScript. */
export function camelCasedFields(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [camelCased(name), value]));
}

/** And back, for what a learner's code recorded and is going to be stored. */
function snakeCasedFields(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [snakeCased(name), value]));
}

/** The aggregate's own events as the wire contract has them, whatever shape the learner gave them. */
export function newEvent(reference: Reference, event: EventSeen): NewEvent {
  const { type, data } = reference.event(event) ?? event;
  return jsonEvent({ type, data: snakeCasedFields(data) });
}

/** The same event for another stream, with an id of its own. */
export function copyOf(event: RecordedEvent | undefined): readonly NewEvent[] {
  if (event === undefined) return [];
  const { type, contentType, data, metadata } = event;
  return [{ id: randomUUID(), type, contentType, data, metadata }];
}
