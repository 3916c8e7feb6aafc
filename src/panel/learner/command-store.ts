import type { CommandData } from '../../domain/aggregate.ts';
import type { Problem } from '../../pages/panel/state.ts';
import type { EventSeen, Failure } from '../../timeline/entry.ts';

/** What became of a command that was to be stored. */
export type StoringResult =
  /** With what it recorded, as far as that was seen. */
  | { readonly kind: 'stored'; readonly stream: string; readonly events: readonly EventSeen[] }
  /** The command threw, so nothing was added. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly slip: boolean }
  /** It recorded no event, so there was nothing to add. */
  | { readonly kind: 'silent' }
  /** Something else than the command went wrong. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The learner has no repository yet. */
  | { readonly kind: 'none' };

/** Gives commands to aggregates and stores what they record. */
export interface CommandStore {
  /** A new one that goes through these commands and is added to the store. */
  begin(commands: readonly CommandData[]): Promise<StoringResult>;
  /** Brings a stored one back, and adds what the command made of it. */
  command(id: string, command: CommandData): Promise<StoringResult>;
}
