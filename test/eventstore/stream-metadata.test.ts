import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  formatStreamMetadata,
  isSoftDeleted,
  parseStreamMetadata,
  type StreamMetadata,
  softDeleteRevision,
} from '../../src/eventstore/stream-metadata.ts';

const parse = (text: string) => parseStreamMetadata(Buffer.from(text));

describe('stream metadata', () => {
  it('writes a soft delete to the last digit', () => {
    const text = Buffer.from(formatStreamMetadata({ truncateBefore: softDeleteRevision })).toString();
    assert.equal(text, '{"$tb":9223372036854775807}');
  });

  it('knows a soft delete again', () => {
    assert.ok(isSoftDeleted(parse('{"$tb":9223372036854775807}')));
    assert.ok(!isSoftDeleted(parse('{"$tb":5}')));
  });

  it('hides nothing when it is nonsense', () => {
    for (const text of [
      '',
      'nonsense',
      '[]',
      'null',
      '7',
      '{"$maxCount":"3"}',
      '{"$maxCount":-1}',
      '{"$maxCount":0}',
      '{"$tb":null}',
    ]) {
      assert.deepEqual(parse(text), {}, text);
    }
  });

  it('keeps what others wrote into it', () => {
    assert.deepEqual(parse('{"$maxAge":60,"owner":"me","$acl":{"$r":"all"}}'), {
      maxAge: 60n,
      custom: { owner: 'me', $acl: { $r: 'all' } },
    });
  });

  it('reads back what it wrote', () => {
    const number = fc.bigInt({ min: 1n, max: 9007199254740991n });
    const metadata: fc.Arbitrary<StreamMetadata> = fc.record(
      { maxCount: number, maxAge: number, truncateBefore: number },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(metadata, (original) =>
        assert.deepEqual(parseStreamMetadata(formatStreamMetadata(original)), original),
      ),
    );
  });
});
