import type { Json, JsonObject } from '../base/json.ts';

/**
 * A stream's metadata as EventStoreDB writes it. These three hide events from reads, never
 * renumber them; anything else in it is the writer's own.
 */
export interface StreamMetadata {
  /** Only so many of the newest events are shown. */
  readonly maxCount?: bigint;
  /** Only events younger than so many seconds are shown. */
  readonly maxAge?: bigint;
  /** Only events from this revision on are shown (`$tb`). */
  readonly truncateBefore?: bigint;
  readonly custom?: JsonObject;
}

/** What a soft delete writes as `$tb`: the greatest revision there is. */
export const softDeleteRevision = 9223372036854775807n;

const keys = { maxCount: '$maxCount', maxAge: '$maxAge', truncateBefore: '$tb' } as const;

export function isSoftDeleted(metadata: StreamMetadata): boolean {
  return metadata.truncateBefore === softDeleteRevision;
}

/** Reads `$metadata` data. What is not valid JSON, or not of the right type, hides nothing. */
export function parseStreamMetadata(data: Uint8Array): StreamMetadata {
  const value = parseObject(Buffer.from(data).toString('utf8'));
  const maxCount = revisionIn(value, keys.maxCount);
  const maxAge = revisionIn(value, keys.maxAge);
  const truncateBefore = revisionIn(value, keys.truncateBefore);
  const known: readonly string[] = Object.values(keys);
  const custom = Object.entries(value).filter(([key]) => !known.includes(key));
  return {
    ...(maxCount !== undefined && maxCount > 0n && { maxCount }),
    ...(maxAge !== undefined && maxAge > 0n && { maxAge }),
    ...(truncateBefore !== undefined && { truncateBefore }),
    ...(custom.length > 0 && { custom: Object.fromEntries(custom) }),
  };
}

/** Writes `$metadata` data. The numbers are spelt out by hand: `JSON.stringify` would round a soft delete's `$tb`. */
export function formatStreamMetadata(metadata: StreamMetadata): Uint8Array {
  const { custom = {} } = metadata;
  const numbers = (['maxCount', 'maxAge', 'truncateBefore'] as const).flatMap((name) => {
    const value = metadata[name];
    return value === undefined ? [] : [`"${keys[name]}":${value}`];
  });
  const others = Object.entries(custom).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return Buffer.from(`{${[...numbers, ...others].join(',')}}`, 'utf8');
}

function parseObject(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function revisionIn(value: JsonObject, key: string): bigint | undefined {
  const number = value[key];
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return undefined;
  // JSON.parse rounds 2^63 − 1 up to 2^63; it is the only number so great that means anything.
  return number >= Number(softDeleteRevision) ? softDeleteRevision : BigInt(Math.trunc(number));
}
