import type { CommandData } from '../../domain/aggregate.ts';
import type { Entry } from '../../timeline/entry.ts';
import type { StateAt } from '../../timeline/state-at.ts';
import type { Parity } from '../panel-source.ts';

/** One history that a scenario led to: what an aggregate of it went through, or what stands in a stream. */
export interface History {
  readonly id: string;
  readonly of: 'aggregate' | 'stream';
  readonly name: string;
  /** The id of the aggregate that all of this happened to, where it has one. */
  readonly aggregateId: string | undefined;
  readonly entries: readonly Entry[];
  /** The aggregate as it was seen, one more than entries; undefined for a stream, which has no state of its own. */
  readonly states: readonly StateAt[] | undefined;
  readonly parity: Parity;
  /** The commands that made all of it, with how many entries there were after each; undefined where others had a hand in it. */
  readonly commands: readonly GivenCommand[] | undefined;
}

export interface GivenCommand {
  readonly command: CommandData;
  readonly end: number;
}

/** Whoever reads it needs the beginning of an id, to tell one from another. */
export function shortened(text: string): string {
  return text.replaceAll(/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1…');
}
