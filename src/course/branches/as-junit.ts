import { comparisonText } from '../feedback/comparison-text.ts';
import type { Judgement, Told } from '../judgement.ts';
import type { StepReport } from '../report.ts';
import { stepLabel } from '../step-label.ts';
import type { CheckedRow, Matrix, MatrixRow, UncheckedRow } from './matrix.ts';
import { type Attributes, element } from './xml.ts';

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly xml: string;
}

/**
 * The matrix as JUnit's XML, which every CI reads: a suite a branch, a test a step. `not yet` is a
 * failure and `couldn’t run` an error, as JUnit tells the two apart.
 */
export function matrixAsJUnit({ rows, took }: Matrix): string {
  const suites = rows.map(suiteOf);
  const sum = (what: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((total, suite) => total + suite[what], 0);
  const attributes = {
    name: 'Ground Up',
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    skipped: sum('skipped'),
    time: seconds(took),
  };
  const inside = suites.map(({ xml }) => xml).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, `\n${inside}\n`)}\n`;
}

function suiteOf(row: MatrixRow): Suite {
  return row.kind === 'checked' ? checkedSuite(row) : uncheckedSuite(row);
}

function checkedSuite({ branch, exercise, report }: CheckedRow): Suite {
  const count = (verdict: Judgement['verdict']) =>
    report.steps.filter(({ judgement }) => judgement.verdict === verdict).length;
  const counts = {
    tests: report.steps.length,
    failures: count('notYet'),
    errors: count('couldNotRun'),
    skipped: 0,
  };
  const attributes = { name: branch.label, ...counts, time: seconds(report.took) };
  const cases = report.steps.map((step) => caseOf(branch.label, exercise.id, step)).join('\n');
  return { ...counts, xml: element('testsuite', attributes, `\n${cases}\n`) };
}

function uncheckedSuite({ branch, problem, sentence }: UncheckedRow): Suite {
  const skipped = problem === 'nothingToCheck';
  const counts = { tests: 1, failures: 0, errors: skipped ? 0 : 1, skipped: skipped ? 1 : 0 };
  const why = element(skipped ? 'skipped' : 'error', { message: sentence, ...(!skipped && { type: problem }) });
  const test = testCase({ classname: branch.label, name: 'check' }, why);
  return { ...counts, xml: element('testsuite', { name: branch.label, ...counts, time: seconds(0) }, `\n${test}\n`) };
}

function caseOf(branch: string, exercise: string, step: StepReport): string {
  const { judgement } = step;
  const attributes = { classname: `${branch}.${exercise}`, name: `${stepLabel(step.number)} ${step.title}` };
  switch (judgement.verdict) {
    case 'pass':
      return testCase(attributes, '');
    case 'notYet':
      return testCase(attributes, told('failure', judgement.mistake, judgement.told));
    case 'couldNotRun':
      return testCase(attributes, told('error', judgement.problem.kind, judgement.told));
  }
}

/** All steps of a branch run in one process, so that no step has a time of its own. */
function testCase(attributes: Attributes, inside: string): string {
  return element('testcase', { ...attributes, time: seconds(0) }, inside);
}

function told(name: 'failure' | 'error', type: string, { headline, why, comparison, at }: Told): string {
  const lines = [
    why,
    ...(comparison === undefined
      ? []
      : [
          `expected events:\n${comparisonText(comparison, 'expected')}`,
          `actual events:\n${comparisonText(comparison, 'actual')}`,
        ]),
    ...(at === undefined ? [] : [`${at.file}:${at.line}:${at.column}`]),
  ];
  return element(name, { type, message: headline }, { text: lines.join('\n\n') });
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
