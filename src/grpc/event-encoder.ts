import { originalOf, type RecordedEvent, type ResolvedEvent } from '../eventstore/events.ts';
import { halvesOf } from './wire-values.ts';

/** How the client wants UUIDs: as text, or as two signed 64-bit halves. */
export type UuidForm = 'string' | 'structured';

/** 100 ns ticks in a millisecond: the unit of EventStoreDB's `created`. */
const ticksPerMillisecond = 10_000;

const jsonType = mapEntry('content-type', 'application/json');
const binaryType = mapEntry('content-type', 'application/octet-stream');
const remembered = 1024;

/**
 * Writes `ReadResp{event}` by hand. Reads are what a store does most, and the generated classes
 * take several times as long for this one message. Field numbers are those of `streams.proto`.
 */
export class EventEncoder {
  readonly #uuid: UuidForm;
  readonly #typeEntries = new Map<string, Buffer>();
  readonly #streamFields = new Map<string, Buffer>();

  constructor(uuid: UuidForm) {
    this.#uuid = uuid;
  }

  encode(resolved: ResolvedEvent): Buffer {
    const { event, link } = resolved;
    const parts: Uint8Array[] = [];
    if (event !== undefined) this.#push(parts, 1, event);
    if (link !== undefined) this.#push(parts, 2, link);
    // The position by which a subscription is resumed: the link's, where there is one.
    parts.push(varintField(3, originalOf(resolved).position));
    return Buffer.concat([header(1, lengthOf(parts)), ...parts]);
  }

  #push(parts: Uint8Array[], field: number, event: RecordedEvent): void {
    const fields = [
      this.#uuidField(event.id),
      remember(this.#streamFields, event.stream, streamField),
      varintField(3, event.revision),
      varintField(4, event.position),
      varintField(5, event.position),
      remember(this.#typeEntries, event.type, (type) => mapEntry('type', type)),
      event.contentType === 'json' ? jsonType : binaryType,
      mapEntry('created', String(event.created * ticksPerMillisecond)),
      header(7, event.metadata.length),
      event.metadata,
      header(8, event.data.length),
      event.data,
    ];
    parts.push(header(field, lengthOf(fields)), ...fields);
  }

  #uuidField(id: string): Buffer {
    if (this.#uuid === 'string') return nested(1, stringField(2, id));
    const { most, least } = halvesOf(id);
    return nested(1, nested(1, Buffer.concat([varintField(1, most), varintField(2, least)])));
  }
}

function streamField(name: string): Buffer {
  return nested(2, stringField(3, name));
}

function mapEntry(key: string, value: string): Buffer {
  return nested(6, Buffer.concat([stringField(1, key), stringField(2, value)]));
}

function stringField(field: number, text: string): Buffer {
  return nested(field, Buffer.from(text, 'utf8'));
}

function nested(field: number, content: Uint8Array): Buffer {
  return Buffer.concat([header(field, content.length), content]);
}

/** Tag and length of a length-delimited field. */
function header(field: number, length: number): Buffer {
  return Buffer.from([(field << 3) | 2, ...varint(BigInt(length))]);
}

function varintField(field: number, value: bigint): Buffer {
  return Buffer.from([field << 3, ...varint(value)]);
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function remember(cache: Map<string, Buffer>, key: string, make: (key: string) => Buffer): Buffer {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (cache.size >= remembered) cache.clear();
  cache.set(key, made);
  return made;
}
