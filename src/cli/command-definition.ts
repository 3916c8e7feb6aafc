import type { Given } from './given.ts';
import type { Taking } from './read-arguments.ts';

/** A command as it is written down: what it takes, how its help tells of it, and what it does. */
export interface CommandDefinition<Name extends string> extends Taking<Name> {
  /** What stands for its words in the help: `[EXERCISE]` */
  readonly takes?: string;
  readonly about: string;
  /** Resolves to the exit code, or to a sentence about what is wrong with what was given. */
  run(given: Given<Name>): Promise<number | { readonly wrong: string }>;
}
