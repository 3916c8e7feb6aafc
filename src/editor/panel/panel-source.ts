import type { Event } from '../../base/emitter.ts';
import type { Column } from '../../domain/board.ts';
import type { FoldedBy, Notice, Possibility, Problem, Side } from '../../panel/contract.ts';
import type { FieldChange } from '../../timeline/diff.ts';
import type { Entry } from '../../timeline/entry.ts';
import type { GamePicture, Moment } from '../../timeline/moment.ts';
import type { LearnerRepository } from './learner-repository.ts';

/** Something with a history that the panel can show: the learner's own game, a stream of the store, or what a check did. */
export interface PanelSource {
  readonly onChange: Event<void>;
  readonly subject: { readonly kind: 'game' | 'stream' | 'check'; readonly title: string };
  readonly phase: SourcePhase;

  /** How many things have happened, and how many of them are events. */
  readonly length: number;
  readonly events: number;
  entry(index: number): Entry | undefined;
  /** The aggregate after the first `stop` entries. */
  moment(stop: number, by: FoldedBy): Moment;
  /** Who folds the first `stop` entries when `by` is asked for: the reference steps in where the learner's code cannot. */
  effective(by: FoldedBy, stop: number): FoldedBy;
  /** Whether the learner's own code can fold these events, and why not. */
  readonly own: Possibility;
  readonly parity: Parity;

  /** What if this entry had never happened: everything is folded without it until `undefined` is said. */
  readonly skipped: number | undefined;
  skip(entry: number | undefined): void;
  /** The same first `stop` entries as a history of its own, to play another future; or why not. */
  fork(stop: number): Promise<Forked>;

  readonly start: Possibility;
  readonly move: Possibility;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly notice: Notice | undefined;

  startGame(playerOne: string, playerTwo: string): Promise<void>;
  makeMove(column: Column, by: 'next' | Side): Promise<void>;
  newGame(): Promise<void>;
  /** Has the learner's repository store what only memory holds; the stream it is in from then on, where that came about. */
  moveInto?(repository: LearnerRepository): Promise<string | undefined>;
  reload(): Promise<void>;
  dismissNotice(): void;
  dispose(): void;
}

export type Forked =
  /** So many entries of the original (`there`) and of the fork (`here`) tell the same. */
  | { readonly kind: 'forked'; readonly source: PanelSource; readonly there: number; readonly here: number }
  | { readonly kind: 'not'; readonly why: string };

export type SourcePhase =
  | { readonly kind: 'loading'; readonly what: string }
  | { readonly kind: 'broken'; readonly problem: Problem }
  | { readonly kind: 'disconnected'; readonly reason: string }
  | { readonly kind: 'showing' };

export type Parity =
  | { readonly kind: 'known'; readonly differing: readonly FieldChange[] }
  | { readonly kind: 'unknown'; readonly why: string };

/** Whose name a move is made in. Somebody has to be asked even when the state names nobody. */
export function playerOf({ playerOne, playerTwo, nextPlayer }: GamePicture, by: 'next' | Side): string {
  if (by === 'one') return playerOne ?? 'one';
  if (by === 'two') return playerTwo ?? 'two';
  return nextPlayer ?? playerOne ?? 'one';
}
