import type { Event } from '../base/emitter.ts';
import type { AskedCommand, Notice } from '../pages/panel/contract.ts';
import type { FoldedBy, Possibility, Problem } from '../pages/panel/state.ts';
import type { FieldChange } from '../timeline/diff.ts';
import type { Entry } from '../timeline/entry.ts';
import type { StateAt } from '../timeline/state-at.ts';
import type { CommandStore } from './learner/command-store.ts';

/** Something with a history that the panel can show: the learner's aggregate in memory, a stream of the store, or what a check did. */
export interface PanelSource {
  readonly onChange: Event<void>;
  readonly subject: { readonly kind: 'memory' | 'stream' | 'check'; readonly title: string };
  readonly phase: SourcePhase;

  /** How many things have happened, and how many of them are events. */
  readonly length: number;
  readonly events: number;
  entry(index: number): Entry | undefined;
  /** The aggregate after the first `stop` entries. */
  stateAt(stop: number, by: FoldedBy): StateAt;
  /** Who folds the first `stop` entries when `by` is asked for: the reference steps in where the learner's code cannot. */
  effective(by: FoldedBy, stop: number): FoldedBy;
  /** Whether the learner's own code can fold these events, and why not. */
  readonly own: Possibility;
  readonly parity: Parity;

  /** What if this entry had never happened: everything is folded without it until `undefined` is said. */
  readonly skipped: number | undefined;
  skip(entry: number | undefined): void;
  /** The same first `stop` entries as a history of its own under that name, to play another future; or why not. */
  fork(stop: number, name: string): Promise<Forked>;

  /** Whether commands of that type can be given. */
  can(command: string): Possibility;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly notice: Notice | undefined;

  /** A command that the aggregate does not have comes to nothing at all. */
  give(asked: AskedCommand): Promise<void>;
  startOver(): Promise<void>;
  /** Has the learner's repository store what only memory holds; the stream it is in from then on, where that came about. */
  moveInto?(repository: CommandStore): Promise<string | undefined>;
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
