import * as v from 'valibot';
import type { RecordedEvent } from '../events.ts';

/** Bytes that are UTF-8 stand as text, for people to read; any others as base64. */
const bytesSchema = v.union([v.string(), v.object({ base64: v.pipe(v.string(), v.base64()) })]);

const whole = v.pipe(
  v.string(),
  v.regex(/^\d{1,19}$/),
  v.transform((digits) => BigInt(digits)),
);

const lineSchema = v.object({
  position: whole,
  stream: v.pipe(v.string(), v.minLength(1)),
  revision: whole,
  id: v.pipe(v.string(), v.uuid()),
  type: v.pipe(v.string(), v.minLength(1)),
  contentType: v.picklist(['json', 'binary']),
  created: v.pipe(v.string(), v.isoTimestamp()),
  data: bytesSchema,
  metadata: bytesSchema,
});

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One event as one line of JSON, without loss. */
export function toLine(event: RecordedEvent): string {
  const { position, stream, revision, id, type, contentType, created, data, metadata } = event;
  return JSON.stringify({
    position: String(position),
    stream,
    revision: String(revision),
    id,
    type,
    contentType,
    created: new Date(created).toISOString(),
    data: written(data),
    metadata: written(metadata),
  });
}

/** Throws a sentence for a line that holds no event. */
export function fromLine(line: string): RecordedEvent {
  const { created, data, metadata, ...rest } = v.parse(lineSchema, JSON.parse(line));
  return { ...rest, created: Date.parse(created), data: bytesOf(data), metadata: bytesOf(metadata) };
}

function written(bytes: Uint8Array): v.InferInput<typeof bytesSchema> {
  try {
    return strict.decode(bytes);
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') };
  }
}

function bytesOf(value: v.InferOutput<typeof bytesSchema>): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value.base64, 'base64');
}
