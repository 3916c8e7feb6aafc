import type { StepReport } from '../report.ts';
import { type CheckedRow, type Matrix, reasonOf, sectionsOf } from './matrix.ts';

/** The same mistake at the same step, and everybody who is stopped by it. */
export interface CommonMistake {
  readonly step: StepReport;
  /** As the first of them is told. */
  readonly headline: string;
  readonly rows: readonly CheckedRow[];
  /** How many have that exercise open, they included. */
  readonly open: number;
}

/**
 * The mistake that most have, when at least two have it. Of each branch only its first open step counts, for what comes
 * behind that often follows from it. Of two that as many have, it is the earlier one in the course.
 */
export function mostCommonMistake(matrix: Matrix): CommonMistake | undefined {
  const mistakes = sectionsOf(matrix).flatMap(({ rows }) => mistakesOf(rows));
  const [first] = mistakes.sort((one, other) => other.rows.length - one.rows.length);
  return first !== undefined && first.rows.length > 1 ? first : undefined;
}

/** Of one exercise, by step. */
function mistakesOf(rows: readonly CheckedRow[]): CommonMistake[] {
  const open = rows.flatMap((row) => {
    const reason = reasonOf(row);
    return reason === undefined ? [] : [{ row, ...reason, at: row.report.steps.indexOf(reason.step) }];
  });
  const byMistake = Map.groupBy(
    open.sort((one, other) => one.at - other.at),
    ({ step }) => `${step.number} ${kindOf(step)}`,
  );
  return [...byMistake.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { step, headline } = first;
    return [{ step, headline, rows: alike.map(({ row }) => row), open: open.length }];
  });
}

/** Names and columns in what is told are drawn for each check, so that headlines of the same mistake differ. */
function kindOf({ judgement }: StepReport): string {
  switch (judgement.verdict) {
    case 'pass':
      return 'pass';
    case 'notYet':
      return judgement.mistake;
    case 'couldNotRun':
      return judgement.problem.kind;
  }
}
