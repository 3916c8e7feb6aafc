import type { Players } from '../../01-start-game/steps/players.ts';

/** One command of a course of them, that has to be taken or to be refused. */
export type Line = Fair | Forbidden;

export interface Fair {
  readonly player: string;
  readonly column: string;
  /** What it is, as the beginning of a sentence. */
  readonly fair: string;
}

export interface Forbidden {
  readonly asked: { readonly player: string; readonly column: string } | { readonly start: Players };
  /** Which mistake it is to accept it. */
  readonly accepted: string;
  /** What is tried, as the beginning of a sentence. */
  readonly tried: string;
  /** Why it must not be, as a sentence that goes on. */
  readonly because: string;
}
