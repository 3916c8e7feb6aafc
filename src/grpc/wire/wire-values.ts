import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Strict: bytes that are no UTF-8 are no name, rather than a name with replacement characters. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A UUID in lower-case text, whether it came as text or as two signed 64-bit halves; undefined when it is none. */
export function uuidFrom(uuid: UUID | undefined): string | undefined {
  const structured = uuid?.getStructured();
  if (structured === undefined) return uuid && uuidFromText(uuid.getString());
  return uuidFromHalves(BigInt(structured.getMostSignificantBits()), BigInt(structured.getLeastSignificantBits()));
}

export function uuidFromText(text: string): string | undefined {
  if (uuidPattern.test(text)) return text;
  const lower = text.toLowerCase();
  return uuidPattern.test(lower) ? lower : undefined;
}

export function uuidFromHalves(most: bigint, least: bigint): string {
  const hex = (half: bigint) => BigInt.asUintN(64, half).toString(16).padStart(16, '0');
  const [a, b] = [hex(most), hex(least)];
  return `${a.slice(0, 8)}-${a.slice(8, 12)}-${a.slice(12)}-${b.slice(0, 4)}-${b.slice(4)}`;
}

/** The two halves of a UUID in lower-case text, signed as protobuf's int64 wants them. */
export function halvesOf(uuid: string): { readonly most: bigint; readonly least: bigint } {
  const hex = uuid.replaceAll('-', '');
  const half = (digits: string) => BigInt.asIntN(64, BigInt(`0x${digits}`));
  return { most: half(hex.slice(0, 16)), least: half(hex.slice(16)) };
}

/** A stream's name; undefined when there is none, or bytes that are no UTF-8. */
export function streamNameFrom(identifier: StreamIdentifier | undefined): string | undefined {
  return identifier && streamNameFromBytes(identifier.getStreamName_asU8());
}

export function streamNameFromBytes(bytes: Uint8Array): string | undefined {
  try {
    return bytes.length === 0 ? undefined : utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The greatest revision and position there is; clients that mean the end may send it, or even more. */
const greatest = 9223372036854775807n;

/** A place to read from, out of an unsigned 64-bit number in text. */
export function placeFrom(text: string): bigint | 'end' {
  const place = BigInt(text);
  return place >= greatest ? 'end' : place;
}

/** What Append, Delete and Tombstone call an expected revision. */
export interface ExpectedRevisionOptions {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** Undefined when the client named none. */
export function expectedRevisionFrom(options: ExpectedRevisionOptions): ExpectedRevision | undefined {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'noStream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'streamExists' : undefined;
}
