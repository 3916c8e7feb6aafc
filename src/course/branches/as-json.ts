import type { Comparison, Told } from '../judgement.ts';
import { type StepReport, type Verdict, verdictOf } from '../report.ts';
import { type Counts, countsOf, type Matrix, type MatrixRow, type Problem, verdictOfMatrix } from './matrix.ts';

/** Raised when a field changes its meaning or goes; new fields may come without. */
const schema = 1;

/** The matrix as it is written to a file. */
export interface MatrixFile {
  readonly schema: typeof schema;
  readonly verdict: Verdict;
  readonly counts: Counts;
  /** Milliseconds. */
  readonly took: number;
  readonly branches: readonly BranchEntry[];
}

interface Named {
  readonly branch: string;
  readonly commit: string;
  readonly author: string;
}

export type BranchEntry =
  | (Named & {
      readonly checked: true;
      readonly exercise: string;
      readonly verdict: Verdict;
      readonly steps: readonly StepEntry[];
    })
  | (Named & { readonly checked: false; readonly problem: Problem; readonly sentence: string });

/** The text of `headline` and `why` may hold `code` in backticks. */
export interface StepEntry {
  readonly number: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** The name of the mistake, where it is one. */
  readonly mistake?: string;
  readonly headline?: string;
  readonly why?: string;
  readonly at?: Told['at'];
  readonly comparison?: Comparison;
}

export function matrixAsJson(matrix: Matrix): string {
  return `${JSON.stringify(fileOf(matrix), null, 2)}\n`;
}

function fileOf(matrix: Matrix): MatrixFile {
  return {
    schema,
    verdict: verdictOfMatrix(matrix),
    counts: countsOf(matrix),
    took: Math.round(matrix.took),
    branches: matrix.rows.map(entryOf),
  };
}

function entryOf(row: MatrixRow): BranchEntry {
  const { label, commit, author } = row.branch;
  const named = { branch: label, commit, author };
  if (row.kind === 'unchecked') return { ...named, checked: false, problem: row.problem, sentence: row.sentence };
  const { exercise, report } = row;
  return {
    ...named,
    checked: true,
    exercise: exercise.id,
    verdict: verdictOf(report),
    steps: report.steps.map(stepEntry),
  };
}

function stepEntry({ number, title, judgement }: StepReport): StepEntry {
  const { verdict } = judgement;
  return {
    number,
    title,
    verdict,
    ...(verdict === 'notYet' && { mistake: judgement.mistake }),
    ...(verdict !== 'pass' && judgement.told),
  };
}
