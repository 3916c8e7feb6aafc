import * as v from 'valibot';

/** As EventStoreDB calls them: an ad-hoc one, one that is done at the end of what is stored, one that goes on. */
export const modes = ['Transient', 'OneTime', 'Continuous'] as const;

export type ProjectionMode = (typeof modes)[number];

export interface ProjectionDefinition {
  readonly name: string;
  /** Tells a projection from a deleted one that had its name. */
  readonly id: number;
  readonly mode: ProjectionMode;
  readonly query: string;
  readonly enabled: boolean;
  readonly emitEnabled: boolean;
  readonly trackEmittedStreams: boolean;
  /** Counts the changes. */
  readonly version: number;
  /** The version at which it last began from zero. */
  readonly epoch: number;
}

const count = v.pipe(v.number(), v.integer());

const schema = v.object({
  query: v.string(),
  mode: v.picklist(modes),
  enabled: v.boolean(),
  emitEnabled: v.optional(v.boolean(), false),
  trackEmittedStreams: v.optional(v.boolean(), false),
  projectionId: count,
  epoch: count,
  version: count,
});

/** What `$ProjectionUpdated` holds, in EventStoreDB's form. */
export function formatDefinition(definition: ProjectionDefinition): string {
  const { name: _, id, mode, ...rest } = definition;
  return JSON.stringify({
    handlerType: 'JS',
    ...rest,
    mode,
    projectionId: id,
    checkpointsDisabled: mode !== 'Continuous',
  });
}

/** Throws an `Error` when it makes no sense: to forget a projection in silence would be worse. */
export function parseDefinition(name: string, data: Uint8Array): ProjectionDefinition {
  const { projectionId, ...rest } = v.parse(schema, JSON.parse(Buffer.from(data).toString('utf8')));
  return { name, id: projectionId, ...rest };
}

/** A change of it; what began from zero has an epoch of its own. */
export function changed(
  definition: ProjectionDefinition,
  change: Partial<Pick<ProjectionDefinition, 'query' | 'enabled' | 'emitEnabled'>>,
  fromZero = false,
): ProjectionDefinition {
  const version = definition.version + 1;
  return { ...definition, ...change, version, epoch: fromZero ? version : definition.epoch };
}
