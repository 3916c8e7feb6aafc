import { verdictMarks } from '../../base/verdict-words.ts';
import { stepLabel } from '../step-label.ts';
import {
  type CheckedRow,
  countsOf,
  type Matrix,
  reasonOf,
  type Section,
  sectionsOf,
  type UncheckedRow,
  uncheckedRows,
} from './matrix.ts';
import { countsText, inOneLine, legend, titleOf } from './words.ts';

/** The matrix as Markdown: a table an exercise. */
export function matrixAsMarkdown(matrix: Matrix): string {
  const unchecked = uncheckedRows(matrix);
  const parts = [
    `${countsText(countsOf(matrix))}.`,
    ...sectionsOf(matrix).map(sectionMarkdown),
    ...(unchecked.length === 0 ? [] : [uncheckedMarkdown(unchecked)]),
    legend,
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionMarkdown({ exercise, rows }: Section): string {
  const heads = ['Branch', ...exercise.steps.map(({ number }) => stepLabel(number)), 'Why'];
  const rules = ['---', ...exercise.steps.map(() => ':-:'), '---'];
  const title = `## ${escaped(titleOf(exercise))}`;
  return [title, '', line(heads.map(escaped)), line(rules), ...rows.map(rowMarkdown)].join('\n');
}

function rowMarkdown(row: CheckedRow): string {
  const cells = row.report.steps.map(({ judgement }) => verdictMarks[judgement.verdict]);
  const reason = reasonOf(row);
  const why = reason === undefined ? '' : `${escaped(stepLabel(reason.step.number))}: ${withCode(reason.headline)}`;
  return line([escaped(row.branch.label), ...cells, why]);
}

function uncheckedMarkdown(rows: readonly UncheckedRow[]): string {
  const items = rows.map(({ branch, sentence }) => `- ${escaped(branch.label)}: ${withCode(sentence)}`);
  return ['## Not checked', '', ...items].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text with `code` in backticks, the one kind of markup that what is told may hold. */
function withCode(text: string): string {
  const parts = inOneLine(text).split(/`([^`]+)`/);
  // Within code nothing needs escaping but the bar that would end a table's cell.
  return parts.map((part, at) => (at % 2 === 1 ? `\`${part.replaceAll('|', '\\|')}\`` : escaped(part))).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#~|!&]/g, '\\$&');
}
