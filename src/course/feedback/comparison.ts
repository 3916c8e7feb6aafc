import { plainName } from '../../base/names.ts';
import type { Comparison, ComparisonRow, EventText, FieldDifference } from '../judgement.ts';

/**
 * Lays two sequences of events side by side so that as much as possible matches: an event that
 * was left out or doubled shows as one gap, not as every later row being wrong.
 */
export function compareEvents(
  expected: readonly EventText[],
  actual: readonly EventText[],
  named: Naming = plainName,
): Comparison {
  const rows = align(expected, actual, named);
  const firstDivergence = rows.findIndex((row) => row.kind !== 'same');
  return { rows, firstDivergence: firstDivergence === -1 ? undefined : firstDivergence };
}

/** What of a field's name counts: its spelling may be the learner's own, or part of a contract with other programs. */
export type Naming = (name: string) => string;

/** The fields in which two events of one type differ; spelling (playerOne, player_one) is no difference unless it is asked for. */
export function differingFields(expected: EventText, actual: EventText, named: Naming = plainName): FieldDifference[] {
  const names = new Map<string, string>();
  for (const { name } of [...expected.fields, ...actual.fields]) {
    if (!names.has(named(name))) names.set(named(name), name);
  }
  const valueIn = (event: EventText, key: string) => event.fields.find(({ name }) => named(name) === key)?.value;
  return [...names]
    .map(([key, name]) => ({ name, expected: valueIn(expected, key), actual: valueIn(actual, key) }))
    .filter((field) => field.expected !== field.actual);
}

/** How much it costs to put two events in one row: nothing when equal, more for another type than for other fields. */
function cost(expected: EventText, actual: EventText, named: Naming): number {
  if (expected.type !== actual.type) return 2;
  return differingFields(expected, actual, named).length === 0 ? 0 : 1;
}

const gapCost = 1.5;

/** The classic edit-distance table, filled from the end so that reading it forwards gives the rows. */
function align(expected: readonly EventText[], actual: readonly EventText[], named: Naming): ComparisonRow[] {
  const table = fillTable(expected, actual, named);
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const rows: ComparisonRow[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    const wanted = expected[i];
    const got = actual[j];
    if (wanted && got && at(i, j) === at(i + 1, j + 1) + cost(wanted, got, named)) {
      rows.push(pairedRow(wanted, got, named));
      i++;
      j++;
    } else if (wanted && at(i, j) === at(i + 1, j) + gapCost) {
      rows.push({ kind: 'missing', expected: wanted });
      i++;
    } else if (got) {
      rows.push({ kind: 'unexpected', actual: got });
      j++;
    }
  }
  return rows;
}

function fillTable(expected: readonly EventText[], actual: readonly EventText[], named: Naming): number[][] {
  const table = Array.from({ length: expected.length + 1 }, () => new Array<number>(actual.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = expected.length; i >= 0; i--) {
    for (let j = actual.length; j >= 0; j--) {
      const wanted = expected[i];
      const got = actual[j];
      const row = table[i];
      if (row === undefined || (wanted === undefined && got === undefined)) continue;
      const both = wanted && got ? at(i + 1, j + 1) + cost(wanted, got, named) : Number.POSITIVE_INFINITY;
      row[j] = Math.min(both, at(i + 1, j) + gapCost, at(i, j + 1) + gapCost);
    }
  }
  return table;
}

function pairedRow(expected: EventText, actual: EventText, named: Naming): ComparisonRow {
  const fields = differingFields(expected, actual, named);
  const same = expected.type === actual.type && fields.length === 0;
  return same ? { kind: 'same', expected, actual } : { kind: 'differs', expected, actual, fields };
}
