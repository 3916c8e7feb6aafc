import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import { WireInput } from '../wire/wire-input.ts';
import { streamNameFromBytes, uuidFromHalves, uuidFromText } from '../wire/wire-values.ts';
import type { ProposedFields } from './proposed-event.ts';

/** `BatchAppendReq`, as far as a server needs it. */
export interface BatchMessage {
  readonly correlation: Correlation | undefined;
  readonly options: BatchOptions | undefined;
  readonly events: readonly ProposedFields[];
  readonly isFinal: boolean;
}

export interface Correlation {
  /** Undefined when it is no UUID. */
  readonly id: string | undefined;
  /** As the client wrote it, to be sent back unchanged. */
  readonly written: Uint8Array;
}

/** Undefined is what is missing, or makes no sense. */
export interface BatchOptions {
  readonly stream: string | undefined;
  readonly expected: ExpectedRevision | undefined;
  /** Milliseconds since 1970. */
  readonly deadline: number | undefined;
}

/**
 * Reads a `BatchAppendReq` by hand: every append of every client comes as one, and the generated
 * classes take several times as long. Field numbers are those of `streams.proto` and `shared.proto`.
 */
export function decodeBatchMessage(received: Buffer): BatchMessage {
  // A copy: what is received lies in a buffer many times as large, which the events would keep alive.
  const input = new WireInput(Buffer.from(received));
  let correlation: Correlation | undefined;
  let options: BatchOptions | undefined;
  let isFinal = false;
  const events: ProposedFields[] = [];
  while (input.next()) {
    if (input.field === 1) {
      const written = input.bytes();
      correlation = { id: readUuid(new WireInput(written)), written };
    } else if (input.field === 2) options = readOptions(input.message());
    else if (input.field === 3) events.push(readEvent(input.message()));
    else if (input.field === 4) isFinal = input.boolean();
    else input.skip();
  }
  return { correlation, options, events, isFinal };
}

function readOptions(input: WireInput): BatchOptions {
  let stream: string | undefined;
  let expected: ExpectedRevision | undefined;
  let deadline: number | undefined;
  while (input.next()) {
    if (input.field === 1) stream = readIdentifier(input.message());
    else if (input.field === 2) expected = input.unsigned();
    else if (input.field === 6) deadline = readTimestamp(input.message());
    else {
      expected = expectations[input.field] ?? expected;
      input.skip();
    }
  }
  return { stream, expected, deadline };
}

const expectations: Readonly<Record<number, ExpectedRevision>> = { 3: 'noStream', 4: 'any', 5: 'streamExists' };

function readIdentifier(input: WireInput): string | undefined {
  let name: string | undefined;
  while (input.next()) {
    if (input.field === 3) name = streamNameFromBytes(input.bytes());
    else input.skip();
  }
  return name;
}

function readTimestamp(input: WireInput): number {
  let milliseconds = 0;
  while (input.next()) {
    if (input.field === 1) milliseconds += Number(input.signed()) * 1000;
    else if (input.field === 2) milliseconds += Number(input.signed()) / 1_000_000;
    else input.skip();
  }
  return milliseconds;
}

const nothing = Buffer.alloc(0);

function readEvent(input: WireInput): ProposedFields {
  const fields: { -readonly [key in keyof ProposedFields]: ProposedFields[key] } = {
    id: undefined,
    type: undefined,
    contentType: undefined,
    data: nothing,
    metadata: nothing,
  };
  while (input.next()) {
    if (input.field === 1) fields.id = readUuid(input.message());
    else if (input.field === 2) {
      const [key, value] = readEntry(input.message());
      if (key === 'type') fields.type = value;
      else if (key === 'content-type') fields.contentType = value;
    } else if (input.field === 3) fields.metadata = input.bytes();
    else if (input.field === 4) fields.data = input.bytes();
    else input.skip();
  }
  return fields;
}

function readEntry(input: WireInput): readonly [key: string, value: string] {
  let key = '';
  let value = '';
  while (input.next()) {
    if (input.field === 1) key = input.text();
    else if (input.field === 2) value = input.text();
    else input.skip();
  }
  return [key, value];
}

function readUuid(input: WireInput): string | undefined {
  let uuid: string | undefined;
  while (input.next()) {
    if (input.field === 1) uuid = readHalves(input.message());
    else if (input.field === 2) uuid = uuidFromText(input.text());
    else input.skip();
  }
  return uuid;
}

function readHalves(input: WireInput): string {
  let most = 0n;
  let least = 0n;
  while (input.next()) {
    if (input.field === 1) most = input.signed();
    else if (input.field === 2) least = input.signed();
    else input.skip();
  }
  return uuidFromHalves(most, least);
}
