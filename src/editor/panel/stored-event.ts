import { randomUUID } from 'node:crypto';
import { toNewEvent } from '../../application/event-mapping.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { jsonDataOf, jsonEvent, type NewEvent, type RecordedEvent } from '../../eventstore/events.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import { gameEventOf } from '../../timeline/game-event.ts';
import { leafOf, leavesOf } from '../../timeline/leaf.ts';

/** A stored event as it is shown. Data is opaque to the store, so anything may be in there. */
export function storedEvent(recorded: RecordedEvent): EventSeen {
  const { type, data, contentType } = recorded;
  const json = contentType === 'json' ? parsed(recorded) : undefined;
  if (json === undefined) return { type, data: {}, fields: [leafOf('data', `${data.length} bytes`, 'other')] };
  return isObject(json) ? { type, data: json } : { type, data: {}, fields: leavesOf(json, 'data') };
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

/** `player_one` → `playerOne`: fields are stored in the tutorial's Python spelling, and code here is TypeScript. */
export function camelCased(data: JsonObject): JsonObject {
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [camel(name), value]));
}

/** And back, for what a learner's code recorded and is going to be stored. */
function snakeCased(data: JsonObject): JsonObject {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [snake(name), value]));
}

/** The game's own events as the wire contract has them, whatever shape the learner gave them. */
export function newEvent(event: EventSeen): NewEvent {
  const known = gameEventOf(event);
  return known === undefined ? jsonEvent({ type: event.type, data: snakeCased(event.data) }) : toNewEvent(known);
}

/** The same event for another stream, with an id of its own. */
export function copyOf(event: RecordedEvent | undefined): readonly NewEvent[] {
  if (event === undefined) return [];
  const { type, contentType, data, metadata } = event;
  return [{ id: randomUUID(), type, contentType, data, metadata }];
}
