/** The streams in which EventStoreDB keeps its projections, and so do we. */
export const registrationStream = '$projections-$all';

const prefix = '$projections-';

export function definitionStreamOf(name: string): string {
  return `${prefix}${name}`;
}

export function checkpointStreamOf(name: string): string {
  return `${prefix}${name}-checkpoint`;
}

export function partitionCheckpointStreamOf(name: string, partition: string): string {
  return `${prefix}${name}-${partition}-checkpoint`;
}

/** Where the names of the streams stand to which the projection emitted. */
export function emittedStreamsOf(name: string): string {
  return `${prefix}${name}-emittedstreams`;
}

export interface ResultNames {
  readonly resultStream: string | null;
  /** With `{0}` for the partition. */
  readonly partitionResultStream: string | null;
}

/** Results of a projection that is not partitioned, and links to those of one that is. */
export function resultStreamOf(name: string, { resultStream }: ResultNames): string {
  return resultStream ?? `${prefix}${name}-result`;
}

export function partitionResultStreamOf(name: string, partition: string, names: ResultNames): string {
  return (names.partitionResultStream ?? `${prefix}${name}-{0}-result`).replaceAll('{0}', () => partition);
}
