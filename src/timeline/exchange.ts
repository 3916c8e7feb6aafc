import * as v from 'valibot';
import type { Json, JsonObject } from '../base/json.ts';
import type { Entry, EventSeen } from './entry.ts';

/** A stream in a file: what a person can read, send and load again. */
export interface Exchange {
  readonly stream: string;
  readonly events: readonly EventSeen[];
}

export type ExchangeRead =
  | { readonly kind: 'read'; readonly exchange: Exchange }
  /** One sentence for a person. */
  | { readonly kind: 'not'; readonly why: string };

const format = 'ground-up/stream';
const schemaNumber = 1;
const mostEvents = 200_000;
/** Characters of a file. */
const longestFile = 50_000_000;

/** How deep the data of an event may be nested. */
const deepest = 100;

/** Whatever JSON.parse gives is JSON; what is left to ask is whether it is an object, and how deep. */
const data = v.pipe(
  v.custom<JsonObject>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object is expected',
  ),
  v.check((value) => !isDeeperThan(value, deepest), `it is nested more than ${deepest} levels deep`),
);
const file = v.object({
  format: v.literal(format),
  schema: v.literal(schemaNumber),
  stream: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  events: v.pipe(v.array(v.object({ type: v.pipe(v.string(), v.minLength(1)), data })), v.maxLength(mostEvents)),
});

/** Events only: a refused command has happened to nobody. */
export function exportStream(stream: string, entries: Iterable<Entry>): string {
  const events: { readonly type: string; readonly data: JsonObject }[] = [];
  for (const entry of entries) {
    if (entry.kind === 'recorded') events.push({ type: entry.event.type, data: entry.event.data });
  }
  return `${JSON.stringify({ format, schema: schemaNumber, stream, events }, null, 2)}\n`;
}

export function importStream(text: string): ExchangeRead {
  if (text.length > longestFile) return not('it is larger than 50 million characters');
  const value = parsed(text);
  if (value === undefined) return not('it is not JSON');
  const read = v.safeParse(file, value, { abortEarly: true });
  if (read.success) return { kind: 'read', exchange: { stream: read.output.stream, events: read.output.events } };
  const [issue] = read.issues;
  return not(`${v.getDotPath(issue) ?? 'the whole file'} is not as expected (${issue.message})`);
}

/** Level by level, so that no depth can use up the stack. */
function isDeeperThan(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function not(reason: string): ExchangeRead {
  return { kind: 'not', why: `This file holds no stream: ${reason}. Nothing was imported.` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
