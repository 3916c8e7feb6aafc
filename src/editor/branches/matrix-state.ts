import type { FollowState } from '../../course/branches/follow/follower.ts';
import {
  type CheckedRow,
  countsOf,
  type Matrix,
  reasonOf,
  type Section,
  sectionsOf,
  uncheckedRows,
} from '../../course/branches/matrix.ts';
import { countsText, titleOf } from '../../course/branches/words.ts';
import type { Step, StepText } from '../../course/exercise.ts';
import type { Told } from '../../course/judgement.ts';
import type { StepReport } from '../../course/report.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { Language } from '../../learner/language.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import type { MatrixCell, MatrixLine, MatrixSection, MatrixState } from '../../pages/matrix/contract.ts';
import { feedbackOf, nameOf } from '../guide/feedback.ts';
import { attentionOf, followingState } from './following-state.ts';
import { nameParts } from './name-parts.ts';

/** What there is beside the matrix. */
export interface Around {
  /** Whether somebody has it checked again. */
  readonly checking: boolean;
  /** Undefined where nobody follows the branches. */
  readonly follow?: FollowState | undefined;
  readonly now: Date;
}

/** The matrix as the page shows it. */
export function matrixState(matrix: Matrix, { checking, follow, now }: Around): MatrixState {
  return {
    checking: checking || follow?.activity.kind === 'checking',
    summary: countsText(countsOf(matrix)),
    following: followingState(follow),
    attention: attentionOf(matrix, follow, now),
    sections: sectionsOf(matrix).map(sectionState),
    unchecked: uncheckedRows(matrix).map(({ branch: { label }, sentence }) => ({ label, sentence })),
  };
}

/** The file a cell is about: the one with the guilty line, else the one the step is mostly about. */
export function fileOfCell({ exercise, language, report }: CheckedRow, step: number): string | undefined {
  return toldAt(report.steps[step])?.file ?? fileOf(exercise.steps[step], language);
}

function fileOf(step: Step | undefined, { words }: Language): string | undefined {
  return step && words.file(step.place.module);
}

export function toldAt(step: StepReport | undefined): Told['at'] {
  return step === undefined || step.judgement.verdict === 'pass' ? undefined : step.judgement.told.at;
}

function sectionState({ exercise, rows }: Section): MatrixSection {
  return {
    title: titleOf(exercise),
    steps: exercise.steps.map((step: StepText) => ({ label: stepLabel(step.number), title: step.title })),
    rows: rows.map(lineState),
  };
}

function lineState(row: CheckedRow): MatrixLine {
  const { steps } = row.report;
  const passed = steps.filter(({ judgement }) => judgement.verdict === 'pass').length;
  const { author, ref } = row.branch;
  return {
    branch: ref,
    name: nameParts(row),
    note: [...(author === '' ? [] : [author]), `${passed} of ${steps.length} passed`].join(', '),
    cells: steps.map((_, step) => cellState(row, step)),
  };
}

function cellState(row: CheckedRow, at: number): MatrixCell {
  const step = row.report.steps[at];
  const verdict = step?.judgement.verdict ?? 'couldNotRun';
  const file = nameOf(fileOfCell(row, at) ?? '');
  const waiting = verdict === 'notYet' && reasonOf(row)?.step !== step;
  if (step === undefined || step.judgement.verdict === 'pass') return { verdict, waiting, file };
  const { told } = step.judgement;
  return { verdict, waiting, file, told: feedbackOf(told, verdict === 'notYet', guiltyLine(told, row.files)) };
}

function guiltyLine({ at }: Told, files: SourceFiles): string | undefined {
  return at === undefined ? undefined : files.get(at.file)?.split('\n')[at.line - 1];
}
