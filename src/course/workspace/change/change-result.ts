import type { MergedFile } from '../../git/merge-file.ts';

/** What came of starting, resetting, bringing along or undoing. */
export type ChangeResult = Done | Unchanged | Refused | Stopped;

export interface Done {
  readonly kind: 'done';
  /** The folder to have open now: the same one, or another exercise's where there is no git. */
  readonly open: string;
  /** The branch or folder the learner is on; undefined on no branch. */
  readonly branch: string | undefined;
  /** Where all that was there before is kept: a ref, or a folder. Undefined when nothing had to go. */
  readonly backup: string | undefined;
  /** The branch on which the learner's work was committed. */
  readonly committedTo: string | undefined;
  /** Files of the learner's that the exercise would replace; theirs stay, and these are to be shown as a diff. */
  readonly differing: readonly GivenFile[];
  /** All of this in a sentence or two. */
  readonly sentence: string;
}

/** The learner is there already. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly open: string;
  readonly sentence: string;
}

/** It was not begun, or everything was put back. */
export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
}

/** It could be neither finished nor put back; everything is in the backup. */
export interface Stopped {
  readonly kind: 'stopped';
  readonly sentence: string;
  readonly backup: string;
}

/** A file that the exercise hands out and the learner has in another form. */
export interface GivenFile {
  readonly path: string;
  readonly own: string;
  readonly given: string;
  /** The learner's with what is new put in, as a proposal; undefined where there is no git to merge them. */
  readonly merged?: MergedFile;
}

/** Says which of the learner's files were left; nothing when none differ. */
export function changedFilesText(differing: readonly GivenFile[]): string {
  if (differing.length === 0) return '';
  return `You had changed ${differing.map(({ path }) => path).join(', ')}: yours was left as it is.`;
}

/** A backup to pick from, the newest first. */
export interface BackupSummary {
  readonly name: string;
  readonly date: Date;
  /** What it was made before. */
  readonly occasion: string;
}

/** A learner's tutorial, whichever way it is kept. Exercises are named by id: `02-play-the-game`. */
export interface TutorialWorkspace {
  readonly kind: 'branches' | 'folders';
  /** Goes to an exercise. What was written there before is there again. */
  startExercise(id: string): Promise<ChangeResult>;
  /** Begins an exercise again. */
  resetExercise(id: string): Promise<ChangeResult>;
  /** Begins an exercise that was not begun yet with the learner's own code of the one before it. */
  bringMySolutionAlong(id: string): Promise<ChangeResult>;
  /** Brings back what was there before the last of these, or before another one; undoing can be undone. */
  undo(backup?: string): Promise<ChangeResult>;
  backups(): Promise<BackupSummary[]>;
}
