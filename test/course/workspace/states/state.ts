export type Operation = 'start' | 'reset' | 'bring along' | 'undo' | 'validate';

/** A tutorial's folder to bring into a state. It is on exercise 1, or for `undo` on exercise 2. */
export interface Place {
  readonly folder: string;
  /** A folder outside of it that must stay as it is. */
  readonly outside: string;
  /** Runs the learner's own git. */
  git(...args: readonly string[]): string;
}

/** A state somebody's tree may be in, and the operations that should not even begin there. */
export interface State {
  readonly name: string;
  readonly prepare: (place: Place) => Promise<unknown> | unknown;
  readonly refuses?: Partial<Record<Operation, RegExp>>;
  /** The git that is used there, instead of the one on the PATH; gets that one's path. */
  readonly git?: (place: Place) => Promise<string>;
}

/** A file that every branch has, and what the learner makes of it. */
export const game = 'src/domain/game.ts';
export const mine = 'export class Game { mine = true; }\n';
