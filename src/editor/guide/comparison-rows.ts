import type { Comparison, ComparisonRow, EventText } from '../../course/judgement.ts';
import type { GuideEvent, GuideRow } from '../../pages/guide/contract.ts';

/** How many equal events stay in front of the first difference, and how many rows follow it. */
const before = 2;
const after = 6;

type Differing = Extract<ComparisonRow, { kind: 'differs' }>;
type SideBySide = { readonly expected: GuideEvent; readonly actual: GuideEvent };

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
    case 'differs':
      return { kind: 'differs', index, first, ...eventsSideBySide(row) };
  }
}

function eventAlone({ type, fields }: EventText): GuideEvent {
  return { type, typeDiffers: false, fields: fields.map((field) => ({ ...field, differs: false })) };
}

/** Events of two types have no fields to compare; those of one type list all fields of both, in one order. */
function eventsSideBySide({ expected, actual, fields }: Differing): SideBySide {
  if (expected.type !== actual.type) {
    return {
      expected: { ...eventAlone(expected), typeDiffers: true },
      actual: { ...eventAlone(actual), typeDiffers: true },
    };
  }
  const differing = new Set(fields.map(({ name }) => name));
  const names = [...new Set([...expected.fields, ...actual.fields, ...fields].map(({ name }) => name))];
  const side = (event: EventText): GuideEvent => ({
    type: event.type,
    typeDiffers: false,
    fields: names.map((name) => ({
      name,
      value: event.fields.find((field) => field.name === name)?.value,
      differs: differing.has(name),
    })),
  });
  return { expected: side(expected), actual: side(actual) };
}
