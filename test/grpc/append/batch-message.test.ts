import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import fc from 'fast-check';
import { decodeBatchMessage } from '../../../src/grpc/append/batch-message.ts';
import { MalformedMessage } from '../../../src/grpc/wire/wire-input.ts';
import { junkFor } from '../garbage.ts';
import { batchMessage } from '../wire.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const batch = fc.record(
  {
    correlation: fc.uuid(),
    stream: text,
    final: fc.boolean(),
    deadline: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    events: fc.array(
      fc.record({ id: fc.uuid(), type: text, contentType: text, data: text }, { noNullPrototype: true }),
      { maxLength: 5 },
    ),
  },
  { noNullPrototype: true },
);

const decode = (bytes: Uint8Array) => decodeBatchMessage(Buffer.from(bytes));

describe('a batch append read by hand', () => {
  it('says what the generated classes wrote', () => {
    fc.assert(
      fc.property(batch, ({ correlation, stream, final, deadline, events }) => {
        const decoded = decode(batchMessage({ correlation, stream, final, deadline, events }).serializeBinary());
        assert.equal(decoded.correlation?.id, correlation);
        assert.deepEqual(decoded.options, { stream, expected: 'any', deadline: deadline.getTime() });
        assert.equal(decoded.isFinal, final);
        const read = decoded.events.map(({ data, metadata, ...rest }) => {
          assert.equal(metadata.length, 0);
          return { ...rest, data: Buffer.from(data).toString('utf8') };
        });
        assert.deepEqual(read, events);
      }),
      { numRuns: 300 },
    );
  });

  it('knows each expectation, and the greatest revision', () => {
    const expecting = (
      set: (options: NonNullable<ReturnType<ReturnType<typeof batchMessage>['getOptions']>>) => void,
    ) => {
      const message = batchMessage({ correlation: '11111111-2222-3333-4444-555555555555', stream: 's' });
      const options = message.getOptions();
      assert.ok(options);
      set(options);
      return decode(message.serializeBinary()).options?.expected;
    };
    assert.equal(
      expecting((options) => options.setStreamPosition('18446744073709551615')),
      18446744073709551615n,
    );
    assert.equal(
      expecting((options) => options.setStreamPosition('0')),
      0n,
    );
    assert.equal(
      expecting((options) => options.clearAny()),
      undefined,
    );
  });

  it('takes ids as two signed halves', () => {
    const message = batchMessage({ correlation: '', stream: 's' });
    const halves = new shared.UUID.Structured();
    halves.setMostSignificantBits('-2');
    halves.setLeastSignificantBits('9223372036854775807');
    const id = new shared.UUID();
    id.setStructured(halves);
    message.setCorrelationId(id);
    assert.equal(decode(message.serializeBinary()).correlation?.id, 'ffffffff-ffff-fffe-7fff-ffffffffffff');
  });

  it('finds garbage malformed, and never anything worse', () => {
    const junk = junkFor('/event_store.client.streams.Streams/BatchAppend').map(({ pieces }) =>
      Buffer.concat(pieces).subarray(5),
    );
    fc.assert(
      fc.property(junk, (bytes) => {
        try {
          decode(bytes);
        } catch (thrown) {
          assert.ok(thrown instanceof MalformedMessage, String(thrown));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
