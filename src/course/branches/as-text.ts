import { verdictMarks } from '../../base/verdict-words.ts';
import { stepLabel } from '../step-label.ts';
import {
  countsOf,
  type Matrix,
  reasonOf,
  type Section,
  sectionsOf,
  type UncheckedRow,
  uncheckedRows,
} from './matrix.ts';
import { countsText, inOneLine, legend, titleOf } from './words.ts';

/** The matrix for a terminal: a table an exercise, and below it why each branch is not through yet. */
export function matrixAsText(matrix: Matrix): string {
  const sections = sectionsOf(matrix).map(sectionText);
  const unchecked = uncheckedRows(matrix);
  return [
    ...sections,
    ...(unchecked.length === 0 ? [] : [uncheckedText(unchecked)]),
    `${sections.length === 0 ? '' : `${legend}\n`}${countsText(countsOf(matrix))}`,
  ].join('\n\n');
}

function sectionText({ exercise, rows }: Section): string {
  const labels = exercise.steps.map(({ number }) => stepLabel(number));
  const width = Math.max(...rows.map(({ branch }) => branch.label.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell, at) => cell.padStart(labels[at]?.length ?? 1))].join('  ');
  const table = rows.map(({ branch, report }) =>
    line(
      branch.label,
      report.steps.map(({ judgement }) => verdictMarks[judgement.verdict]),
    ),
  );
  const reasons = rows.flatMap((row) => {
    const reason = reasonOf(row);
    return reason === undefined
      ? []
      : [`${row.branch.label}, ${stepLabel(reason.step.number)}: ${inOneLine(reason.headline)}`];
  });
  const title = titleOf(exercise);
  return [title, line('', labels), ...table, ...(reasons.length === 0 ? [] : ['', ...reasons])].join('\n');
}

function uncheckedText(rows: readonly UncheckedRow[]): string {
  return ['Not checked', ...rows.map(({ branch, sentence }) => `${branch.label}: ${inOneLine(sentence)}`)].join('\n');
}
