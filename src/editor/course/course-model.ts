import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { Step } from '../../course/exercise.ts';
import type { Instructions } from '../../course/instructions.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import {
  type CourseProgress,
  type ExerciseProgress,
  restoreProgress,
  type StepProgress,
  type StoredProgress,
  storeProgress,
  untouched,
} from '../../course/progress.ts';
import type { ExerciseReport } from '../../course/report.ts';

/** The course and the learner's own files, wherever they come from. */
export interface CourseSource {
  /** Loads the course; heavy, so only asked for when there is a tutorial to show. */
  load(): Promise<LoadedCourse>;
  /** Undefined outside of a tutorial. */
  currentExercise(course: LoadedCourse): Promise<CourseExercise | undefined>;
  readFiles(): Promise<ReadonlyMap<string, string>>;
  check(exercise: CourseExercise, files: ReadonlyMap<string, string>): Promise<ExerciseReport>;
  isTrusted(): boolean;
}

export interface LoadedCourse {
  readonly exercises: readonly CourseExercise[];
  readonly instructions: ReadonlyMap<string, Instructions>;
}

/** Where progress outlives the window. */
export interface ProgressStorage {
  read(): unknown;
  write(progress: StoredProgress): Promise<void>;
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
  /** The step the learner turned to; without one it is the first that has not passed. */
  readonly turnedTo: string | undefined;
  readonly progress: CourseProgress;
  readonly trusted: boolean;
  readonly checking: boolean;
}

/** What came of asking for a check. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly report: ExerciseReport }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'noTutorial' };

/**
 * The one truth about where the learner stands. The tree, the Testing view, the status bar, the
 * diagnostics and the guide all show this and nothing of their own.
 */
export class CourseModel implements Disposable {
  readonly #source: CourseSource;
  readonly #storage: ProgressStorage;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly #reported = this.#owned.add(new Emitter<ExerciseReport>());
  #state: CourseState = { kind: 'loading' };
  #running: Promise<CheckOutcome> | undefined;
  #next: Promise<CheckOutcome> | undefined;

  readonly onDidChange = this.#changed.event;
  /** Fired after each check, with all that it found. */
  readonly onDidCheck = this.#reported.event;

  constructor(source: CourseSource, storage: ProgressStorage) {
    this.#source = source;
    this.#storage = storage;
  }

  get state(): CourseState {
    return this.#state;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Finds out anew which exercise is open: at the start, and whenever the branch changed. */
  async refresh(): Promise<void> {
    try {
      const course = this.#state.kind === 'open' ? this.#state.course : await this.#source.load();
      const current = await this.#source.currentExercise(course);
      this.#set(current === undefined ? { kind: 'nothing' } : this.#opened(course, current));
    } catch (error) {
      this.#set({ kind: 'problem', headline: 'The course could not be loaded.', remedy: messageOf(error) });
    }
  }

  /** Trust was given or the like: everything else stays as it is. */
  refreshTrust(): void {
    this.#update((open) => ({ ...open, trusted: this.#source.isTrusted() }));
  }

  /** Checks the open exercise. A check asked for while one runs sees what was written meanwhile, so it runs after it; once. */
  check(): Promise<CheckOutcome> {
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  async revealHint(number: string): Promise<void> {
    const step = this.#stepOf(number);
    if (step === undefined) return;
    await this.#change(number, (before) => ({
      ...before,
      hintsRevealed: Math.min(before.hintsRevealed + 1, step.hints.length),
    }));
  }

  async askForSolution(number: string): Promise<void> {
    await this.#change(number, (before) => ({ ...before, askedForSolution: before.askedForSolution + 1 }));
  }

  goToStep(number: string): void {
    if (this.#stepOf(number) !== undefined) this.#update((open) => ({ ...open, turnedTo: number }));
  }

  #start(): Promise<CheckOutcome> {
    this.#running = this.#check().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #check(): Promise<CheckOutcome> {
    if (this.#state.kind !== 'open') return { kind: 'noTutorial' };
    // Trust is asked for again at the very moment of running.
    if (!this.#source.isTrusted()) return { kind: 'untrusted' };
    const exercise = this.#state.current;
    this.#update((open) => markChecking(open, exercise, true));
    try {
      const files = await this.#source.readFiles();
      const report = await this.#source.check(exercise, files);
      this.#update((open) => withReport(open, report, files));
      this.#reported.fire(report);
      await this.#save();
      return { kind: 'checked', report };
    } finally {
      this.#update((open) => markChecking(open, exercise, false));
    }
  }

  #opened(course: LoadedCourse, current: CourseExercise): CourseOpen {
    const before = this.#state.kind === 'open' ? this.#state : undefined;
    const same = before?.current.exercise.id === current.exercise.id;
    return {
      kind: 'open',
      course,
      current,
      turnedTo: same ? before?.turnedTo : undefined,
      progress: before?.progress ?? restoreProgress(this.#storage.read()),
      trusted: this.#source.isTrusted(),
      checking: before?.checking ?? false,
    };
  }

  #stepOf(number: string) {
    return this.#state.kind === 'open'
      ? this.#state.current.exercise.steps.find((step) => step.number === number)
      : undefined;
  }

  async #change(number: string, change: (progress: StepProgress) => StepProgress): Promise<void> {
    this.#update((open) => changeStep(open, open.current.exercise.id, number, change));
    await this.#save();
  }

  async #save(): Promise<void> {
    if (this.#state.kind === 'open') await this.#storage.write(storeProgress(this.#state.progress));
  }

  #update(change: (open: CourseOpen) => CourseOpen): void {
    if (this.#state.kind === 'open') this.#set(change(this.#state));
  }

  #set(state: CourseState): void {
    if (this.#owned.isDisposed) return;
    this.#state = state;
    this.#changed.fire();
  }
}

/** The progress of the exercise that is open. */
export function currentProgress({ progress, current }: CourseOpen): ExerciseProgress {
  return progress.get(current.exercise.id) ?? new Map();
}

/** The first step that has not passed; undefined when all have. */
export function nextStep(open: CourseOpen): Step | undefined {
  const progress = currentProgress(open);
  return open.current.exercise.steps.find(({ number }) => progress.get(number)?.judgement?.verdict !== 'pass');
}

/** The step the learner turned to, else the first that has not passed, else the last. */
export function stepAtHand(open: CourseOpen): Step | undefined {
  const { steps } = open.current.exercise;
  return steps.find(({ number }) => number === open.turnedTo) ?? nextStep(open) ?? steps.at(-1);
}

/** From the third exercise on a game is kept in the event store. */
export function storesEvents({ state }: CourseModel): boolean {
  return state.kind === 'open' && Number(state.current.exercise.id.slice(0, 2)) >= 3;
}

function changeStep(
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

function markChecking(open: CourseOpen, { exercise }: CourseExercise, checking: boolean): CourseOpen {
  const marked = exercise.steps.reduce(
    (state, { number }) => changeStep(state, exercise.id, number, (before) => ({ ...before, checking })),
    open,
  );
  return { ...marked, checking };
}

/** Whoever turned to a step that has passed now is free to be led on. */
function withReport(open: CourseOpen, report: ExerciseReport, files: ReadonlyMap<string, string>): CourseOpen {
  const judged = report.steps.reduce((state, { number, judgement }) => {
    const at = 'told' in judgement ? judgement.told.at : undefined;
    const line = at === undefined ? undefined : files.get(at.file)?.split('\n')[at.line - 1]?.trim();
    return changeStep(state, report.exercise, number, ({ hintsRevealed, askedForSolution }) => ({
      hintsRevealed,
      askedForSolution,
      judgement,
      checking: false,
      ...(line !== undefined && { guiltyLine: line }),
    }));
  }, open);
  const turned = report.steps.find(({ number }) => number === open.turnedTo);
  return { ...judged, turnedTo: turned?.judgement.verdict === 'pass' ? undefined : open.turnedTo };
}
