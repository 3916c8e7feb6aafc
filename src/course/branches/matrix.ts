import type { Language } from '../../learner/language.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import type { Exercise } from '../exercise.ts';
import type { Branch } from '../git/branches.ts';
import { type ExerciseReport, firstOpenStep, type StepReport, type Verdict, verdictOf } from '../report.ts';

/** What came of checking a set of branches: a row a branch, in the order they were asked for. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** From the request to the last verdict, in milliseconds. */
  readonly took: number;
}

export type MatrixRow = CheckedRow | UncheckedRow;

export interface CheckedRow {
  readonly kind: 'checked';
  readonly branch: Branch;
  readonly exercise: Exercise;
  /** What it is written in. */
  readonly language: Language;
  readonly report: ExerciseReport;
  /** The sources that were checked, as they stand on the branch. */
  readonly files: SourceFiles;
}

/** A branch that could not be checked, and why. */
export interface UncheckedRow {
  readonly kind: 'unchecked';
  readonly branch: Branch;
  readonly problem: Problem;
  /** The same for a person: what is in the way, and what to do about it. */
  readonly sentence: string;
}

/**
 * - `noExercise`: neither the branch's name nor its files say which exercise it is about;
 * - `nothingToCheck`: its exercise is one to read;
 * - `unreadable`: git could not give its files;
 * - `failed`: the check itself broke down.
 */
export type Problem = 'noExercise' | 'nothingToCheck' | 'unreadable' | 'failed';

/** The rows of one exercise, which share their columns. */
export interface Section {
  readonly exercise: Exercise;
  readonly rows: readonly CheckedRow[];
}

export interface Counts {
  readonly pass: number;
  readonly notYet: number;
  readonly couldNotRun: number;
  readonly unchecked: number;
}

/** The checked rows by exercise, exercises in the order of the course. */
export function sectionsOf({ rows }: Matrix): Section[] {
  const sections = new Map<string, { exercise: Exercise; rows: CheckedRow[] }>();
  for (const row of checkedRows(rows)) {
    const section = sections.get(row.exercise.id);
    if (section === undefined) sections.set(row.exercise.id, { exercise: row.exercise, rows: [row] });
    else section.rows.push(row);
  }
  return [...sections.values()].sort((one, other) => (one.exercise.id < other.exercise.id ? -1 : 1));
}

export function uncheckedRows({ rows }: Matrix): UncheckedRow[] {
  return rows.filter((row) => row.kind === 'unchecked');
}

export function countsOf(matrix: Matrix): Counts {
  const verdicts = checkedRows(matrix.rows).map(({ report }) => verdictOf(report));
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    pass: count('pass'),
    notYet: count('notYet'),
    couldNotRun: count('couldNotRun'),
    unchecked: uncheckedRows(matrix).length,
  };
}

/**
 * The verdict on all of them. A branch that could not be checked outweighs everything, for nobody
 * knows what is on it; one with nothing to check weighs nothing, but is no pass by itself.
 */
export function verdictOfMatrix(matrix: Matrix): Verdict {
  const { pass, notYet, couldNotRun } = countsOf(matrix);
  const unknown = uncheckedRows(matrix).some(({ problem }) => problem !== 'nothingToCheck');
  if (couldNotRun > 0 || unknown || pass + notYet === 0) return 'couldNotRun';
  return notYet === 0 ? 'pass' : 'notYet';
}

/** Why a branch is not through yet: its first open step, and what is told about it. */
export function reasonOf({ report }: CheckedRow): { readonly step: StepReport; readonly headline: string } | undefined {
  const step = firstOpenStep(report);
  if (step === undefined || step.judgement.verdict === 'pass') return undefined;
  return { step, headline: step.judgement.told.headline };
}

function checkedRows(rows: readonly MatrixRow[]): CheckedRow[] {
  return rows.filter((row) => row.kind === 'checked');
}
