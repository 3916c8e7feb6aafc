import * as v from 'valibot';
import type { Judgement } from './judgement.ts';

/** How far a learner is with one step. */
export interface StepProgress {
  /** The last verdict, kept while the next check runs. */
  readonly judgement?: Judgement;
  /** Of the check that it came from. */
  readonly seed?: string;
  readonly checking: boolean;
  readonly hintsRevealed: number;
  /** How often the solution was asked for. */
  readonly askedForSolution: number;
  /** The text of the line that `told.at` points to. */
  readonly guiltyLine?: string;
}

export const untouched: StepProgress = { checking: false, hintsRevealed: 0, askedForSolution: 0 };

/** By step number; a step without an entry is untouched. */
export type ExerciseProgress = ReadonlyMap<string, StepProgress>;

/** By exercise id. */
export type CourseProgress = ReadonlyMap<string, ExerciseProgress>;

const storedStep = v.object({ passed: v.boolean(), hintsRevealed: v.number(), askedForSolution: v.number() });
const storedProgress = v.object({
  schema: v.literal(1),
  exercises: v.record(v.string(), v.record(v.string(), storedStep)),
});
export type StoredProgress = v.InferOutput<typeof storedProgress>;

/** What outlives the window: passes and asked-for help. Verdicts other than a pass belong to code that may have changed since. */
export function storeProgress(progress: CourseProgress): StoredProgress {
  const exercises = [...progress].map(([id, steps]) => [id, storeExercise(steps)] as const);
  return { schema: 1, exercises: Object.fromEntries(exercises) };
}

/** Nothing for what was never stored, or was stored by something else. */
export function restoreProgress(stored: unknown): CourseProgress {
  const { success, output } = v.safeParse(storedProgress, stored);
  if (!success) return new Map();
  return new Map(
    Object.entries(output.exercises).map(([id, steps]) => [
      id,
      new Map(Object.entries(steps).map(([number, { passed, ...help }]) => [number, restoreStep(passed, help)])),
    ]),
  );
}

function storeExercise(steps: ExerciseProgress): StoredProgress['exercises'][string] {
  return Object.fromEntries(
    [...steps].map(([number, { judgement, hintsRevealed, askedForSolution }]) => [
      number,
      { passed: judgement?.verdict === 'pass', hintsRevealed, askedForSolution },
    ]),
  );
}

function restoreStep(passed: boolean, help: Pick<StepProgress, 'hintsRevealed' | 'askedForSolution'>): StepProgress {
  return { ...untouched, ...help, ...(passed && { judgement: { verdict: 'pass' } }) };
}
