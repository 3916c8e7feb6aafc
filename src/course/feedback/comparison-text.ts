import type { Comparison, ComparisonRow, EventText } from '../judgement.ts';

/** One side of a comparison, an event a line, for wherever there is only text: a diff, a terminal. */
export function comparisonText({ rows }: Comparison, side: 'expected' | 'actual'): string {
  return rows
    .map((row) => (side === 'expected' ? expectedOf(row) : actualOf(row)))
    .flatMap((event) => (event === undefined ? [] : [eventLine(event)]))
    .join('\n');
}

/** `GameStarted { playerOne: "Ada", playerTwo: "Grace" }` */
export function eventLine({ type, fields }: EventText): string {
  const inner = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
  return inner === '' ? type : `${type} { ${inner} }`;
}

function expectedOf(row: ComparisonRow): EventText | undefined {
  return row.kind === 'unexpected' ? undefined : row.expected;
}

function actualOf(row: ComparisonRow): EventText | undefined {
  return row.kind === 'missing' ? undefined : row.actual;
}
