import type { ProjectionMode } from './definition.ts';

/** `Stopped` with a checkpoint, `Aborted` without one; `Completed` at the end of what is stored. */
export type ProjectionStatus = 'Starting' | 'Running' | 'Stopped' | 'Aborted' | 'Faulted' | 'Completed';

/** What EventStoreDB tells of a projection. */
export interface ProjectionStatistics {
  readonly name: string;
  readonly mode: ProjectionMode;
  /** A `ProjectionStatus`, with `(Enabled)` where it would run again after a restart. */
  readonly status: string;
  /** Why it was faulted; otherwise empty. */
  readonly reason: string;
  readonly version: number;
  readonly epoch: number;
  /** As it is shown: `C:41/P:41`, or `game-1: 41`. */
  readonly position: string;
  readonly lastCheckpoint: string;
  /** Percent of what is stored. */
  readonly progress: number;
  readonly handledSinceStart: number;
  readonly waiting: number;
  readonly partitions: number;
}
