import type { Event } from '../../base/emitter.ts';
import type { Exercise, Step } from '../../course/exercise.ts';
import type { Instructions } from '../../course/instructions.ts';
import type { ExerciseProgress } from '../../course/progress.ts';
import type { Frame } from '../../learner/protocol.ts';
import type { CodeLink } from '../../panel/guide-links.ts';

/** What the guide needs of the course: the facts as they are now, and what a learner can ask for. */
export interface GuideModel {
  readonly facts: GuideFacts;
  /** Fired after `facts` changed. */
  readonly onDidChange: Event<void>;

  check(step: string): Promise<void>;
  checkAll(): Promise<void>;
  revealHint(step: string): Promise<void>;
  /** Counts that it was asked for, and opens the diff when `mayCompare` (guide-state.ts) said so before. */
  compareWithSolution(step: string): Promise<void>;
  showInPanel(): Promise<void>;
  /** Shows in the panel what a step's check did with the learner's code, event by event. */
  stepThroughCheck(step: string): Promise<void>;
  /** Makes a step the current one. */
  goToStep(step: string): Promise<void>;
  /** Opens a file of the learner's at a member, in the given editor column. */
  openCode(link: CodeLink, column: number): Promise<void>;
  /** Opens a file of the learner's at a line, in the given editor column. */
  openLocation(at: Frame, column: number): Promise<void>;
  nextExercise(): Promise<void>;
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
  readonly trusted: boolean;
  /** The step the learner turned to; without one it is the first that has not passed. */
  readonly current?: string;
  readonly progress: ExerciseProgress;
}
