import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import fc from 'fast-check';
import { ackRequest, createRequest, deleteRequest, infoRequest, nackRequest, readOptions } from './persistent/wire.ts';
import { framed } from './raw.ts';
import { appendEvent, appendOptions, batchMessage, readRequest } from './wire.ts';

/** What is sent in one call: its pieces in order, and whether it is ended or torn off. */
export interface Junk {
  readonly pieces: readonly Uint8Array[];
  readonly ending: 'end' | 'reset';
}

const correlation = '11111111-2222-3333-4444-555555555555';
const event = { id: correlation, type: 'A', contentType: 'application/json' };

/** Good messages of each method, to be spoilt. */
const good: Readonly<Record<string, readonly Uint8Array[]>> = {
  [StreamsService.append.path]: [appendOptions('game-1').serializeBinary(), appendEvent(event).serializeBinary()],
  [StreamsService.batchAppend.path]: [
    batchMessage({ correlation, stream: 'game-1', events: [event] }).serializeBinary(),
    batchMessage({ correlation, stream: 'game-1', events: [event], final: false }).serializeBinary(),
  ],
  [StreamsService.read.path]: [
    readRequest('game-1').serializeBinary(),
    readRequest(undefined).serializeBinary(),
    readRequest('$ce-game', (options) => options.setReadDirection(1)).serializeBinary(),
  ],
  [PersistentSubscriptionsService.create.path]: [createRequest('game-1', 'group').serializeBinary()],
  [PersistentSubscriptionsService.read.path]: [
    readOptions('game-1', 'group').serializeBinary(),
    ackRequest(correlation).serializeBinary(),
    nackRequest(1, correlation).serializeBinary(),
  ],
  [PersistentSubscriptionsService.getInfo.path]: [infoRequest('game-1', 'group').serializeBinary()],
  [PersistentSubscriptionsService.delete.path]: [deleteRequest('game-1', 'group').serializeBinary()],
};

const anyGood: readonly Uint8Array[] = Object.values(good).flat();

/** Protobuf that is well formed and means nothing: fields of any number and kind, within one another. */
const { tree } = fc.letrec<{ tree: Uint8Array; field: Uint8Array }>((tie) => ({
  tree: fc.array(tie('field'), { maxLength: 6 }).map(concatenated),
  field: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fieldNumber(), fc.uint8Array({ maxLength: 20 })).map(([n, bytes]) => delimited(n, bytes)),
    fc
      .tuple(fieldNumber(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
      .map(([n, value]) => concatenated([varint(BigInt(n << 3)), varint(value)])),
    fc.tuple(fieldNumber(), tie('tree')).map(([n, bytes]) => delimited(n, bytes)),
  ),
}));

function fieldNumber(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 12 });
}

/** A good message with a few of its bytes changed, or an end that is missing, or itself again behind it. */
function spoilt(messages: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const message = fc.constantFrom(...messages);
  return fc.oneof(
    fc
      .tuple(message, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([bytes, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const [place, value] of changes) copy[place % copy.length] = value;
        return copy;
      }),
    fc.tuple(message, fc.nat()).map(([bytes, cut]) => bytes.slice(0, cut % bytes.length)),
    fc.tuple(message, message).map(concatenated),
    message,
  );
}

/** Frames that say the truth about their length, and some that lie or claim to be compressed. */
function piece(message: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const honest = message.map(framed);
  return fc.oneof(
    { weight: 12, arbitrary: honest },
    { weight: 1, arbitrary: fc.tuple(honest, fc.nat(4)).map(([frame, place]) => spoilAt(frame, place)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  );
}

/** Junk for one method, one call at a time. */
export function junkFor(path: string): fc.Arbitrary<Junk> {
  const message = fc.oneof(fc.uint8Array({ maxLength: 100 }), tree, spoilt(good[path] ?? anyGood), spoilt(anyGood));
  return fc.record({
    pieces: fc.array(piece(message), { minLength: 0, maxLength: 3 }),
    ending: fc.oneof(
      { weight: 9, arbitrary: fc.constant('end' as const) },
      { weight: 1, arbitrary: fc.constant('reset' as const) },
    ),
  });
}

function spoilAt(frame: Uint8Array, place: number): Uint8Array {
  const copy = Uint8Array.from(frame);
  copy[place] = ((copy[place] ?? 0) + 1) % 256;
  return copy;
}

function delimited(field: number, bytes: Uint8Array): Uint8Array {
  return concatenated([varint(BigInt((field << 3) | 2)), varint(BigInt(bytes.length)), bytes]);
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
