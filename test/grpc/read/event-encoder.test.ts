import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import type { RecordedEvent, ResolvedEvent } from '../../../src/eventstore/events.ts';
import { EventEncoder } from '../../../src/grpc/read/event-encoder.ts';
import { uuidFrom } from '../../../src/grpc/wire/wire-values.ts';

const revision = fc.bigInt({ min: 0n, max: 9223372036854775807n });

const recorded: fc.Arbitrary<RecordedEvent> = fc.record(
  {
    id: fc.uuid(),
    type: fc.string({ unit: 'grapheme', minLength: 1 }),
    contentType: fc.constantFrom('json', 'binary'),
    data: fc.uint8Array({ maxLength: 300 }),
    metadata: fc.uint8Array({ maxLength: 300 }),
    stream: fc.string({ unit: 'grapheme', minLength: 1 }),
    revision,
    position: revision,
    created: fc.integer({ min: 0, max: 8_000_000_000_000 }),
  },
  { noNullPrototype: true },
);

const resolved: fc.Arbitrary<ResolvedEvent> = fc.oneof(
  recorded.map((event) => ({ event, link: undefined })),
  fc.tuple(recorded, recorded).map(([event, link]) => ({ event, link })),
  recorded.map((link) => ({ event: undefined, link })),
);

/** What the generated classes, which nobody here wrote, make of the bytes. */
function decoded(bytes: Uint8Array) {
  const event = streams.ReadResp.deserializeBinary(bytes).getEvent();
  assert.ok(event);
  return event;
}

type Decoded = NonNullable<ReturnType<ReturnType<typeof decoded>['getEvent']>>;

function recordedFrom(event: Decoded | undefined): RecordedEvent | undefined {
  if (event === undefined) return undefined;
  const properties = event.getMetadataMap();
  assert.equal(event.getCommitPosition(), event.getPreparePosition());
  return {
    id: uuidFrom(event.getId()) ?? '',
    type: properties.get('type') ?? '',
    contentType: properties.get('content-type') === 'application/json' ? 'json' : 'binary',
    data: Uint8Array.from(event.getData_asU8()),
    metadata: Uint8Array.from(event.getCustomMetadata_asU8()),
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: BigInt(event.getStreamRevision()),
    position: BigInt(event.getCommitPosition()),
    created: Number(BigInt(properties.get('created') ?? '0') / 10_000n),
  };
}

describe('an event written by hand', () => {
  for (const form of ['string', 'structured'] as const) {
    it(`is what the generated classes read, with ids as ${form}`, () => {
      const encoder = new EventEncoder(form);
      fc.assert(
        fc.property(resolved, (original) => {
          const read = decoded(encoder.encode(original));
          assert.deepEqual(recordedFrom(read.getEvent()), original.event);
          assert.deepEqual(recordedFrom(read.getLink()), original.link);
          const { position } = original.link ?? original.event ?? { position: 0n };
          assert.equal(BigInt(read.getCommitPosition()), position);
          assert.equal(read.getEvent()?.getId()?.hasString(), original.event && form === 'string');
        }),
        { numRuns: 300 },
      );
    });
  }
});
