import type { Step } from '../../course/exercise.ts';
import type { Instructions } from '../../course/instructions.ts';
import type { Judgement } from '../../course/judgement.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import { type CourseProgress, type ExerciseProgress, type StepProgress, untouched } from '../../course/progress.ts';
import type { JudgedSteps } from './judged-steps.ts';
import type { CheckedOut } from './own-work.ts';
import { firstOpen, stepAtHand as stepAtHandOf } from './step-at-hand.ts';

export interface CurrentExercise {
  readonly exercise: CourseExercise;
  readonly checkedOut: CheckedOut;
}

export interface LoadedCourse {
  readonly exercises: readonly CourseExercise[];
  readonly instructions: ReadonlyMap<string, Instructions>;
}

export type CourseState =
  | { readonly kind: 'loading' }
  /** No tutorial is open here. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly headline: string; readonly remedy: string }
  | CourseOpen;

export interface CourseOpen {
  readonly kind: 'open';
  readonly course: LoadedCourse;
  readonly current: CourseExercise;
  /** Only what is done in the learner's own work counts and is kept. */
  readonly checkedOut: CheckedOut;
  /** The step the learner turned to; without one it is the first that has not passed. */
  readonly turnedTo: string | undefined;
  readonly progress: CourseProgress;
  readonly trusted: boolean;
  readonly checking: boolean;
}

/** A check that is over. */
export interface Checked {
  readonly exercise: CourseExercise;
  /** What it was drawn from. */
  readonly seed: string;
  /** What is told of it. */
  readonly judged: JudgedSteps;
}

/** The progress of the exercise that is open. */
export function currentProgress({ progress, current }: CourseOpen): ExerciseProgress {
  return progress.get(current.exercise.id) ?? new Map();
}

/** The first step that has not passed; undefined when all have. */
export function nextStep(open: CourseOpen): Step | undefined {
  return firstOpen(open.current.exercise.steps, currentProgress(open));
}

/** The step the learner turned to, else the first that has not passed, else the last. */
export function stepAtHand(open: CourseOpen): Step | undefined {
  return stepAtHandOf(open.current.exercise.steps, currentProgress(open), open.turnedTo);
}

/** The exercise after the one that is open. */
export function nextExercise({ course, current }: CourseOpen): CourseExercise | undefined {
  return course.exercises[course.exercises.indexOf(current) + 1];
}

export function changeStep(
  open: CourseOpen,
  exercise: string,
  number: string,
  change: (progress: StepProgress) => StepProgress,
): CourseOpen {
  const steps = open.progress.get(exercise) ?? new Map<string, StepProgress>();
  const before = steps.get(number) ?? untouched;
  const changed = new Map(steps).set(number, change(before));
  return { ...open, progress: new Map(open.progress).set(exercise, changed) };
}

export function markChecking(open: CourseOpen, { exercise }: CourseExercise, checking: boolean): CourseOpen {
  const marked = exercise.steps.reduce(
    (state, { number }) => changeStep(state, exercise.id, number, (before) => ({ ...before, checking })),
    open,
  );
  return { ...marked, checking };
}

/** Whoever turned to a step that has passed now is free to be led on. */
export function withCheck(
  open: CourseOpen,
  { exercise, seed, judged }: Checked,
  files: ReadonlyMap<string, string>,
): CourseOpen {
  const { id, steps } = exercise.exercise;
  const told = steps.reduce((state, { number }) => {
    const judgement = judged.get(number);
    const line = judgement && guiltyLine(judgement, files);
    return changeStep(state, id, number, ({ hintsRevealed, askedForSolution }) => ({
      hintsRevealed,
      askedForSolution,
      checking: false,
      ...(judgement !== undefined && { judgement, seed }),
      ...(line !== undefined && { guiltyLine: line }),
    }));
  }, open);
  const hasPassed = open.turnedTo !== undefined && judged.get(open.turnedTo)?.verdict === 'pass';
  return { ...told, turnedTo: hasPassed ? undefined : open.turnedTo };
}

function guiltyLine(judgement: Judgement, files: ReadonlyMap<string, string>): string | undefined {
  const at = 'told' in judgement ? judgement.told.at : undefined;
  return at === undefined ? undefined : files.get(at.file)?.split('\n')[at.line - 1]?.trim();
}

export function without(progress: CourseProgress, exercise: string): CourseProgress {
  return new Map([...progress].filter(([id]) => id !== exercise));
}
