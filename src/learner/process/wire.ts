import type { Operation, Outcome, Thrown } from '../protocol.ts';

/** One of the learner's files made ready for a driver. What else is in it is between a language and its driver. */
export interface ProgramModule {
  /** What the driver knows it by; the same for the same file. */
  readonly address: string;
}

/**
 * What host and driver say to each other: one JSON text a line, host to driver on one pipe, driver
 * to host on another. The learner's code lives in the driver's process and may write to any pipe
 * it finds, so each answer that counts carries the next of the tokens that came with the request;
 * a token is used once and the driver keeps the others where the learner's code cannot reach.
 */
export interface Request<Module extends ProgramModule = ProgramModule> {
  /** One for `loaded`, one for each operation, one for `done`. */
  readonly tokens: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Modules the driver has not been given before. */
  readonly modules: readonly Module[];
  /** The address of each module the operations name, in the order to load them; one that is not there has none. */
  readonly places: Readonly<Record<string, string>>;
  /** That of the event store's client; none where nothing asks for it or it is not there. */
  readonly client?: string;
  readonly operations: readonly Operation[];
}

/** Places in what is thrown are those of the code that ran, which need not be those of the learner's text. */
export type Answer =
  /** The first thing a driver says, before it knows any code of the learner's. */
  | { readonly kind: 'ready'; readonly guarded: boolean; readonly lacks?: string }
  | { readonly kind: 'loaded'; readonly token: string }
  | { readonly kind: 'observed'; readonly token: string; readonly index: number; readonly outcome: Outcome }
  | { readonly kind: 'done'; readonly token: string }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'failed'; readonly how: Failure; readonly thrown: Thrown };

export type Failure = 'loadFailed' | 'unawaited' | 'uncaught';

/** File descriptors of a driver. */
export const pipes = { answers: 3, requests: 4, lifeline: 5 } as const;
