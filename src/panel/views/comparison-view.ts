import type { Comparison, ComparisonRow, EventText } from '../../course/judgement.ts';
import type { ComparisonRowView, ComparisonView, EventText as EventTextView } from '../../pages/panel/check.ts';
import { brief } from './brief.ts';

/** A check's comparison as the panel shows it: both sides of each row, with the fields that differ marked. */
export function comparisonView(title: string, { rows, firstDivergence }: Comparison, whose: string): ComparisonView {
  return {
    title: brief(title),
    whose: brief(whose),
    rows: rows.map(rowView),
    firstDivergence: firstDivergence ?? null,
  };
}

function rowView(row: ComparisonRow): ComparisonRowView {
  switch (row.kind) {
    case 'same':
      return { kind: row.kind, expected: eventText(row.expected, []), actual: eventText(row.actual, []) };
    case 'differs': {
      const differing = row.fields.map(({ name }) => name);
      return {
        kind: row.kind,
        expected: eventText(row.expected, differing),
        actual: eventText(row.actual, differing),
      };
    }
    case 'missing':
      return { kind: row.kind, expected: eventText(row.expected, []), actual: null };
    case 'unexpected':
      return { kind: row.kind, expected: null, actual: eventText(row.actual, []) };
  }
}

function eventText({ type, fields }: EventText, differing: readonly string[]): EventTextView {
  return {
    type: brief(type),
    fields: fields.map(({ name, value }) => ({
      name: brief(name),
      value: brief(value),
      differs: differing.includes(name),
    })),
  };
}
