import { originalOf, type RecordedEvent, type ResolvedEvent } from '../../eventstore/events.ts';
import { fieldLength, varintFieldLength, WireOutput } from '../wire/wire-output.ts';
import { halvesOf } from '../wire/wire-values.ts';

/** How the client wants UUIDs: as text, or as two signed 64-bit halves. */
export type UuidForm = 'string' | 'structured';

/** 100 ns ticks in a millisecond: the unit of EventStoreDB's `created`. */
const ticksPerMillisecond = 10_000;

/** Names and types kept in their written form, at most. */
const remembered = 1024;

const jsonType = mapEntry('content-type', 'application/json');
const binaryType = mapEntry('content-type', 'application/octet-stream');

/** An event with those of its fields that many events share, already written. */
interface Measured {
  readonly event: RecordedEvent;
  readonly shared: readonly Uint8Array[];
  readonly uuid: Uint8Array | undefined;
  readonly length: number;
}

/** `UUID{string}` around 36 characters: its own header and that of the text. */
const textUuidLength = 36;

/**
 * Writes `ReadResp{event}` by hand. Reads are what a store does most, and the generated classes
 * take several times as long for this one message. Field numbers are those of `streams.proto`.
 */
export class EventEncoder {
  readonly #uuid: UuidForm;
  readonly #types = new Map<string, Uint8Array>();
  readonly #streams = new Map<string, Uint8Array>();
  #created: { readonly at: number; readonly entry: Uint8Array } = { at: 0, entry: createdEntry(0) };

  constructor(uuid: UuidForm) {
    this.#uuid = uuid;
  }

  /** `retries` only where a persistent subscription reads: its `ReadResp` has the same form, and says how often it tries. */
  encode(resolved: ResolvedEvent, retries?: number): Buffer {
    const event = resolved.event && this.#measure(resolved.event);
    const link = resolved.link && this.#measure(resolved.link);
    // The position by which a subscription is resumed: the link's, where there is one.
    const { position } = originalOf(resolved);
    const length =
      (event === undefined ? 0 : fieldLength(event.length)) +
      (link === undefined ? 0 : fieldLength(link.length)) +
      varintFieldLength(position) +
      (retries === undefined ? 0 : varintFieldLength(BigInt(retries)));
    const output = new WireOutput(fieldLength(length));
    output.header(1, length);
    if (event !== undefined) write(output, 1, event);
    if (link !== undefined) write(output, 2, link);
    output.varint(3, position);
    if (retries !== undefined) output.varint(5, BigInt(retries));
    return output.bytes;
  }

  #measure(event: RecordedEvent): Measured {
    const { id, stream, type, contentType, revision, position, data, metadata } = event;
    const shared = [
      remember(this.#streams, stream, streamField),
      remember(this.#types, type, typeEntry),
      contentType === 'json' ? jsonType : binaryType,
      this.#createdEntry(event.created),
    ];
    const uuid = this.#uuid === 'structured' || id.length !== textUuidLength ? uuidField(this.#uuid, id) : undefined;
    const length =
      (uuid?.length ?? fieldLength(fieldLength(textUuidLength))) +
      shared.reduce((sum, field) => sum + field.length, 0) +
      varintFieldLength(revision) +
      2 * varintFieldLength(position) +
      fieldLength(metadata.length) +
      fieldLength(data.length);
    return { event, shared, uuid, length };
  }

  /** Events appended together were created together. */
  #createdEntry(at: number): Uint8Array {
    if (this.#created.at !== at) this.#created = { at, entry: createdEntry(at) };
    return this.#created.entry;
  }
}

function write(output: WireOutput, field: number, { event, shared, uuid, length }: Measured): void {
  output.header(field, length);
  if (uuid !== undefined) {
    output.raw(uuid);
  } else {
    output.header(1, fieldLength(textUuidLength));
    output.header(2, textUuidLength);
    output.ascii(event.id);
  }
  for (const written of shared) output.raw(written);
  output.varint(3, event.revision);
  output.varint(4, event.position);
  output.varint(5, event.position);
  output.field(7, event.metadata);
  output.field(8, event.data);
}

function uuidField(form: UuidForm, id: string): Uint8Array {
  if (form === 'string') return nested(1, nested(2, Buffer.from(id, 'utf8')));
  const halves = halvesOf(id);
  // A negative int64 is written as the unsigned number with the same bits.
  const [most, least] = [BigInt.asUintN(64, halves.most), BigInt.asUintN(64, halves.least)];
  const output = new WireOutput(varintFieldLength(most) + varintFieldLength(least));
  output.varint(1, most);
  output.varint(2, least);
  return nested(1, nested(1, output.bytes));
}

function streamField(name: string): Uint8Array {
  return nested(2, nested(3, Buffer.from(name, 'utf8')));
}

function typeEntry(type: string): Uint8Array {
  return mapEntry('type', type);
}

function createdEntry(milliseconds: number): Uint8Array {
  return mapEntry('created', String(milliseconds * ticksPerMillisecond));
}

function mapEntry(key: string, value: string): Uint8Array {
  return nested(6, Buffer.concat([nested(1, Buffer.from(key, 'utf8')), nested(2, Buffer.from(value, 'utf8'))]));
}

function nested(field: number, content: Uint8Array): Uint8Array {
  const output = new WireOutput(fieldLength(content.length));
  output.field(field, content);
  return output.bytes;
}

function remember(cache: Map<string, Uint8Array>, key: string, make: (key: string) => Uint8Array): Uint8Array {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (cache.size >= remembered) cache.clear();
  cache.set(key, made);
  return made;
}
