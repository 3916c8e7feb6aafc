import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ComparisonRow, EventText } from '../../../src/course/judgement.ts';
import { comparisonRows } from '../../../src/editor/guide/comparison-rows.ts';

const event = (type: string, fields: Readonly<Record<string, string>> = {}): EventText => ({
  type,
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
});
const same = (count: number): ComparisonRow[] =>
  Array.from({ length: count }, () => ({ kind: 'same', expected: event('MoveMade'), actual: event('MoveMade') }));
const missing: ComparisonRow = { kind: 'missing', expected: event('GameFinished') };
const unexpected: ComparisonRow = { kind: 'unexpected', actual: event('MoveMade') };

const shape = (rows: readonly ComparisonRow[], firstDivergence?: number) =>
  comparisonRows({ rows, firstDivergence }).map((row) =>
    row.kind === 'folded' ? `${row.count} ${row.alike ? 'alike' : 'more'}` : `${row.index} ${row.kind}`,
  );

describe('rows of a comparison', () => {
  it('are numbered as the events are, from 0', () => {
    assert.deepEqual(shape([...same(1), missing], 1), ['0 same', '1 missing']);
  });

  it('mark the first difference and no other', () => {
    const rows = comparisonRows({ rows: [...same(1), missing, unexpected], firstDivergence: 1 });
    assert.deepEqual(
      rows.map((row) => 'first' in row && row.first),
      [false, true, false],
    );
  });

  it('fold away what is alike in front of the first difference', () => {
    assert.deepEqual(shape([...same(9), missing], 9), ['7 alike', '7 same', '8 same', '9 missing']);
  });

  it('fold nothing where folding would save nothing', () => {
    assert.deepEqual(shape([...same(3), missing], 3), ['0 same', '1 same', '2 same', '3 missing']);
  });

  it('leave off what follows far behind', () => {
    const rows = Array.from({ length: 20 }, () => unexpected);
    assert.deepEqual(shape(rows, 0).slice(-2), ['5 unexpected', '14 more']);
  });

  it('are none for two empty sequences', () => {
    assert.deepEqual(shape([]), []);
  });

  it('list the fields of both sides in one order, with what differs and what is not there', () => {
    const [row] = comparisonRows({
      rows: [
        {
          kind: 'differs',
          expected: event('MoveMade', { player: '"one"', column: '"D"' }),
          actual: event('MoveMade', { row: '3', player: '"one"' }),
          fields: [
            { name: 'column', expected: '"D"', actual: undefined },
            { name: 'row', expected: undefined, actual: '3' },
          ],
        },
      ],
      firstDivergence: 0,
    });
    assert.ok(row?.kind === 'differs');
    assert.deepEqual(row.expected.fields, [
      { name: 'player', value: '"one"', differs: false },
      { name: 'column', value: '"D"', differs: true },
      { name: 'row', value: undefined, differs: true },
    ]);
    assert.deepEqual(row.actual.fields, [
      { name: 'player', value: '"one"', differs: false },
      { name: 'column', value: undefined, differs: true },
      { name: 'row', value: '3', differs: true },
    ]);
  });

  it('say of events of two types that the type differs', () => {
    const expected = event('MoveMade', { player: '"one"' });
    const actual = event('GameFinished', { result: '"TIED"' });
    const [row] = comparisonRows({ rows: [{ kind: 'differs', expected, actual, fields: [] }], firstDivergence: 0 });
    assert.ok(row?.kind === 'differs');
    assert.deepEqual([row.expected.typeDiffers, row.actual.typeDiffers], [true, true]);
    assert.deepEqual(row.actual.fields, [{ name: 'result', value: '"TIED"', differs: false }]);
  });
});
