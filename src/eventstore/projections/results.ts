import type { ProjectionStatistics } from './statistics.ts';

export interface Done {
  readonly kind: 'done';
}

export interface ProjectionNotFound {
  readonly kind: 'notFound';
  readonly name: string;
}

/** There is one of that name already. */
export interface ProjectionConflict {
  readonly kind: 'conflict';
  readonly name: string;
}

/** What was asked for cannot be; the reason is a sentence for a person. */
export interface ProjectionFailed {
  readonly kind: 'failed';
  readonly reason: string;
}

export type CreateResult = Done | ProjectionConflict | ProjectionFailed;

export type ChangeResult = Done | ProjectionNotFound | ProjectionFailed;

export type StatisticsResult =
  | { readonly kind: 'statistics'; readonly projections: readonly ProjectionStatistics[] }
  | ProjectionNotFound
  | ProjectionFailed;

/** A state or a result as JSON; null where there is none. */
export type ValueResult =
  | { readonly kind: 'value'; readonly json: string | null }
  | ProjectionNotFound
  | ProjectionFailed;

/** Every way in which something about a projection can be refused. */
export type ProjectionRefusal = ProjectionNotFound | ProjectionConflict | ProjectionFailed;
