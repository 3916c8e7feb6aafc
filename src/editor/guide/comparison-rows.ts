import type { Comparison, ComparisonRow, EventText, FieldDifference } from '../../course/judgement.ts';
import type { GuideEvent, GuideField, GuideRow } from '../../panel/guide-contract.ts';

/** How many equal events stay in front of the first difference, and how many rows follow it. */
const before = 2;
const after = 6;

/** Expected against actual events as rows of a table, with what is long and equal folded away. */
export function comparisonRows({ rows, firstDivergence }: Comparison): readonly GuideRow[] {
  const first = firstDivergence ?? rows.length;
  const from = first > before + 1 ? first - before : 0;
  const to = rows.length > first + after + 1 ? first + after : rows.length;
  const shown = rows.slice(from, to).map((row, at) => guideRow(row, from + at, from + at === first));
  return [...folded(from, true), ...shown, ...folded(rows.length - to, false)];
}

function folded(count: number, alike: boolean): GuideRow[] {
  return count === 0 ? [] : [{ kind: 'folded', count, alike }];
}

function guideRow(row: ComparisonRow, index: number, first: boolean): GuideRow {
  switch (row.kind) {
    case 'same':
      return { kind: 'same', index, expected: eventAlone(row.expected), actual: eventAlone(row.actual) };
    case 'missing':
      return { kind: 'missing', index, first, expected: eventAlone(row.expected) };
    case 'unexpected':
      return { kind: 'unexpected', index, first, actual: eventAlone(row.actual) };
    case 'differs': {
      const typeDiffers = row.expected.type !== row.actual.type;
      const side = (event: EventText, of: 'expected' | 'actual') => eventBeside(event, typeDiffers, row.fields, of);
      return {
        kind: 'differs',
        index,
        first,
        expected: side(row.expected, 'expected'),
        actual: side(row.actual, 'actual'),
      };
    }
  }
}

function eventAlone({ type, fields }: EventText): GuideEvent {
  return { type, typeDiffers: false, fields: fields.map((field) => ({ ...field, differs: false })) };
}

/** A field the other side has and this one lacks is listed too, or nobody would see what is missing. */
function eventBeside(
  { type, fields }: EventText,
  typeDiffers: boolean,
  differences: readonly FieldDifference[],
  side: 'expected' | 'actual',
): GuideEvent {
  const differing = new Set(differences.map(({ name }) => name));
  const own: GuideField[] = fields.map((field) => ({ ...field, differs: !typeDiffers && differing.has(field.name) }));
  const lacking: GuideField[] = differences
    .filter((difference) => difference[side] === undefined && !fields.some(({ name }) => name === difference.name))
    .map(({ name }) => ({ name, value: undefined, differs: true }));
  return { type, typeDiffers, fields: typeDiffers ? own : [...own, ...lacking] };
}
