import { verdictMarks, verdictWords } from '../base/verdict-words.ts';
import { eventLine } from '../course/feedback/comparison-text.ts';
import type { Comparison, ComparisonRow, Told } from '../course/judgement.ts';
import { type ExerciseReport, firstOpenStep, type StepReport } from '../course/report.ts';

/** A report for the terminal: every step in a line, and the first open one explained. */
export function reportText(report: ExerciseReport): string {
  const lines = report.steps.map(stepLine);
  const open = firstOpenStep(report);
  if (open === undefined || open.judgement.verdict === 'pass')
    return [...lines, '', 'Every step has passed.'].join('\n');
  const again = `Drawn with --seed ${report.seed}: the same check again.`;
  return [...lines, '', ...toldLines(open.judgement.told), '', again].join('\n');
}

function stepLine({ number, title, judgement: { verdict } }: StepReport): string {
  return `${verdictMarks[verdict]} ${number.padEnd(6)} ${title} (${verdictWords[verdict]})`;
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
