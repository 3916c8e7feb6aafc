import { eventLine } from '../course/comparison-text.ts';
import type { Comparison, ComparisonRow, Told } from '../course/judgement.ts';
import { type ExerciseReport, firstOpenStep, type StepReport } from '../course/report.ts';

const marks = { pass: '✓', notYet: '○', couldNotRun: '!' } as const;
const words = { pass: 'passed', notYet: 'not yet', couldNotRun: 'couldn’t run' } as const;

/** A report for the terminal: every step in a line, and the first open one explained. */
export function reportText(report: ExerciseReport): string {
  const lines = report.steps.map(stepLine);
  const open = firstOpenStep(report);
  if (open === undefined || open.judgement.verdict === 'pass')
    return [...lines, '', 'Every step has passed.'].join('\n');
  return [...lines, '', ...toldLines(open.judgement.told)].join('\n');
}

function stepLine({ number, title, judgement: { verdict } }: StepReport): string {
  return `${marks[verdict]} ${number.padEnd(6)} ${title} (${words[verdict]})`;
}

function toldLines({ headline, why, comparison, at }: Told): string[] {
  return [
    headline,
    why,
    ...(comparison === undefined ? [] : ['', ...comparisonLines(comparison)]),
    ...(at === undefined ? [] : ['', `${at.file}:${at.line}:${at.column}`]),
  ];
}

function comparisonLines({ rows }: Comparison): string[] {
  return rows.flatMap((row, index) => rowLines(row).map((line) => `  ${String(index).padStart(2)} ${line}`));
}

function rowLines(row: ComparisonRow): string[] {
  switch (row.kind) {
    case 'same':
      return [`  ${eventLine(row.actual)}`];
    case 'differs':
      return [`- ${eventLine(row.expected)}   expected`, `+ ${eventLine(row.actual)}   yours`];
    case 'missing':
      return [`- ${eventLine(row.expected)}   expected, and missing`];
    case 'unexpected':
      return [`+ ${eventLine(row.actual)}   yours, and not expected`];
  }
}
