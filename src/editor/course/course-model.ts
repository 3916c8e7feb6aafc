import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import {
  type CourseProgress,
  restoreProgress,
  type StepProgress,
  type StoredProgress,
  storeProgress,
} from '../../course/progress.ts';
import type { ExerciseReport } from '../../course/report.ts';
import {
  type Checked,
  type CourseOpen,
  type CourseState,
  type CurrentExercise,
  changeStep,
  type LoadedCourse,
  markChecking,
  stepAtHand,
  withCheck,
  without,
} from './course-state.ts';
import { judgedSteps } from './judged-steps.ts';
import { sameCheckedOut } from './own-work.ts';

/** The course and the learner's own files, wherever they come from. */
export interface CourseSource {
  /** Loads the course; heavy, so only asked for when there is a tutorial to show. */
  load(): Promise<LoadedCourse>;
  /** Undefined outside of a tutorial. */
  currentExercise(course: LoadedCourse): Promise<CurrentExercise | undefined>;
  readFiles(): Promise<ReadonlyMap<string, string>>;
  check(exercise: CourseExercise, files: ReadonlyMap<string, string>): Promise<ExerciseReport>;
  isTrusted(): boolean;
}

/** Where progress outlives the window. */
export interface ProgressStorage {
  read(): unknown;
  write(progress: StoredProgress): Promise<void>;
}

/** What came of asking for a check. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly check: Checked }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'noTutorial' };

/** A check that has just begun. */
export interface CheckBegun {
  readonly exercise: CourseExercise;
  /** Undefined when it broke off. */
  readonly over: Promise<Checked | undefined>;
}

/**
 * The one truth about where the learner stands. The tree, the Testing view, the status bar, the
 * diagnostics and the guide all show this and nothing of their own.
 */
export class CourseModel implements Disposable {
  readonly #source: CourseSource;
  readonly #storage: ProgressStorage;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly #begun = this.#owned.add(new Emitter<CheckBegun>());
  readonly #checked = this.#owned.add(new Emitter<Checked>());
  /** What counts, whatever is shown. */
  #kept: CourseProgress | undefined;
  #state: CourseState = { kind: 'loading' };
  #running: Promise<CheckOutcome> | undefined;
  #next: Promise<CheckOutcome> | undefined;

  readonly onDidChange = this.#changed.event;
  /** Fired when a check begins, whoever asked for it. */
  readonly onDidBeginCheck = this.#begun.event;
  /** Fired after each check, with all that it found. */
  readonly onDidCheck = this.#checked.event;

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
    const { current: exercise, checkedOut } = this.#state;
    const atHand = stepAtHand(this.#state)?.number;
    const over = Promise.withResolvers<Checked | undefined>();
    this.#update((open) => markChecking(open, exercise, true));
    this.#begun.fire({ exercise, over: over.promise });
    try {
      const files = await this.#source.readFiles();
      const report = await this.#source.check(exercise, files);
      const check: Checked = { exercise, seed: report.seed, judged: judgedSteps(report, atHand) };
      // Whoever has gone elsewhere meanwhile is not told about what was left.
      const isStillThere = (open: CourseOpen) => open.current === exercise && open.checkedOut === checkedOut;
      this.#update((open) => (isStillThere(open) ? withCheck(open, check, files) : open));
      over.resolve(check);
      this.#checked.fire(check);
      await this.#save();
      return { kind: 'checked', check };
    } finally {
      over.resolve(undefined);
      this.#update((open) => markChecking(open, exercise, false));
    }
  }

  #opened(course: LoadedCourse, { exercise: current, checkedOut }: CurrentExercise): CourseOpen {
    const before = this.#state.kind === 'open' ? this.#state : undefined;
    const { exercise } = current;
    const same = before?.current === current && sameCheckedOut(before.checkedOut, checkedOut);
    this.#kept ??= restoreProgress(this.#storage.read());
    const kept = checkedOut.kind === 'own' ? this.#kept : without(this.#kept, exercise.id);
    return {
      kind: 'open',
      course,
      current,
      checkedOut: same ? before.checkedOut : checkedOut,
      turnedTo: same ? before.turnedTo : undefined,
      progress: same ? before.progress : kept,
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
    if (this.#state.kind !== 'open' || this.#state.checkedOut.kind !== 'own') return;
    this.#kept = this.#state.progress;
    await this.#storage.write(storeProgress(this.#kept));
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

/** Whether a game of the exercise that is open is kept in the event store. */
export function storesEvents({ state }: CourseModel): boolean {
  return state.kind === 'open' && state.current.exercise.storesEvents === true;
}
