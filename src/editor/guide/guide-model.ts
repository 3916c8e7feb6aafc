import type { Event } from '../../base/emitter.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Exercise, Step } from '../../course/exercise.ts';
import type { Instructions } from '../../course/instructions.ts';
import type { ExerciseProgress } from '../../course/progress.ts';
import type { Language } from '../../learner/language.ts';
import type { CodeLink } from '../../pages/guide/links.ts';

/** What the guide needs of the course: the facts as they are now, and what a learner can ask for. */
export interface GuideModel {
  readonly facts: GuideFacts;
  /** Fired after `facts` changed. */
  readonly onDidChange: Event<void>;
  readonly actions: GuideActions;
  /** What the learner writes in. */
  readonly language: Language;
}

export interface GuideActions {
  checkStep(step: string): Promise<void>;
  checkAll(): Promise<void>;
  revealHint(step: string): Promise<unknown>;
  /** Counts that it was asked for, and opens the diff when `mayCompare` (guide-state.ts) said so before. */
  compareWithSolution(step: string): Promise<void>;
  showInPanel(): Promise<void>;
  /** Shows in the panel what a step's check did with the learner's code, event by event. */
  stepThroughCheck(step: string): Promise<void>;
  /** Makes a step the current one. */
  goToStep(step: string): void;
  /** Opens a file of the learner's at a member, in the given editor column or the active one. */
  openCode(link: CodeLink, column?: number): Promise<void>;
  /** Opens a file of the learner's at a line, in the given editor column or the active one. */
  openLocation(at: SourceLocation, column?: number): Promise<void>;
  nextExercise(): Promise<void>;
  /** The same, with the learner's own code. */
  bringMySolutionAlong(): Promise<void>;
  /** From a branch that is not the learner's own work back to the exercise. */
  returnToExercise(): Promise<void>;
  startTutorial(): Promise<void>;
  trust(): Promise<void>;
}

export type GuideFacts =
  | { readonly kind: 'loading' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly headline: string; readonly remedy: string }
  | ExerciseFacts;

/** What a guide needs of an exercise: what is to be read, and nothing of how it is judged. */
export interface ExerciseAsRead extends Pick<Exercise, 'id' | 'title' | 'summary'> {
  readonly steps: readonly StepAsRead[];
}

export type StepAsRead = Pick<Step, 'number' | 'title' | 'hints' | 'afterwards' | 'place'>;

export interface ExerciseFacts {
  readonly kind: 'exercise';
  readonly exercise: ExerciseAsRead;
  readonly instructions: Instructions;
  /** The place in the course: exercise `number` of `total`. */
  readonly number: number;
  readonly total: number;
  /** The title of the exercise that follows. */
  readonly nextExercise?: string;
  /** Where the learner is, when that is not their own work. */
  readonly elsewhere?: string;
  readonly trusted: boolean;
  /** The number of the step the learner is at. */
  readonly current: string;
  /** The step the learner turned to, if any. */
  readonly turnedTo?: string;
  readonly progress: ExerciseProgress;
}
